"""The ground every domain stands on: the practice file, its journal, time, money, texts, paths.

The kernel knows no clinic words. It keeps rows, records each change, undoes it, tells who
listens, and gives the plain values (days, minutes, cents, fields) that the domains speak in.
"""
