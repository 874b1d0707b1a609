"""The preview shows the very pages that are printed."""

from __future__ import annotations

from threading import Thread

import pytest
from tests.paper.samples import report, roster

from clinicmgr.paper.pdf import render
from clinicmgr.paper.preview import page_count, page_image, page_size


def test_a_page_becomes_a_picture_of_its_size():
    pdf = render(roster())
    image = page_image(pdf, 0, 72)
    assert (image.width, image.height) == (792, 612)
    assert page_size(pdf, 0) == (792, 612)
    assert image.stride >= image.width * 4
    assert len(image.pixels) == image.stride * image.height
    assert image.pixels[:4] == b"\xff\xff\xff\xff"


def test_gray_has_no_color_and_color_has():
    pdf = render(roster())
    for gray in (True, False):
        pixels = page_image(pdf, 0, 50, gray=gray).pixels
        assert (pixels[0::4] == pixels[1::4] == pixels[2::4]) is gray


def test_every_page_can_be_seen_and_no_other():
    pdf = render(report(100))
    count = page_count(pdf)
    assert count > 3
    assert page_image(pdf, count - 1, 20).width > 0
    for index in (-1, count):
        with pytest.raises(IndexError):
            page_image(pdf, index, 20)


def test_two_threads_may_look_at_once():
    pdf = render(report(100))
    pictures: list[bytes] = []
    threads = [
        Thread(target=lambda: pictures.extend(page_image(pdf, n, 20).pixels for n in range(3)))
        for _thread in range(4)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(pictures) == 12
    assert len(set(pictures)) == 3
