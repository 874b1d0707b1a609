; Makes the Windows installer: makensis -DVERSION=0.1.0 -DPAYLOAD=folder clinicmgr.nsi
; Installs for the current user only and so asks for no administrator. README.md says what PAYLOAD is.
Unicode true
Target amd64-unicode
!include "MUI2.nsh"

!ifndef VERSION
  !error "say which version: makensis -DVERSION=0.1.0"
!endif
!ifndef PAYLOAD
  !error "say where the program's files are: makensis -DPAYLOAD=folder"
!endif
!ifndef OUTPUT
  !define OUTPUT "ClinicMgr-${VERSION}-setup.exe"
!endif
!define UNINSTALL "Software\Microsoft\Windows\CurrentVersion\Uninstall\ClinicMgr"

Name "ClinicMgr"
OutFile "${OUTPUT}"
InstallDir "$LOCALAPPDATA\Programs\ClinicMgr"
RequestExecutionLevel user
SetCompressor /SOLID lzma

!insertmacro MUI_PAGE_LICENSE "..\..\LICENSE"
!insertmacro MUI_PAGE_INSTFILES
!define MUI_FINISHPAGE_RUN "$INSTDIR\pythonw.exe"
!define MUI_FINISHPAGE_RUN_PARAMETERS "-m clinicmgr"
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "English"

Section "ClinicMgr"
  ; An older version's files would be imported beside the new ones.
  IfFileExists "$INSTDIR\uninstall.exe" 0 +2
    RMDir /r "$INSTDIR"
  SetOutPath "$INSTDIR"
  File /r "${PAYLOAD}\*.*"
  CreateShortcut "$SMPROGRAMS\ClinicMgr.lnk" "$INSTDIR\pythonw.exe" "-m clinicmgr"
  WriteUninstaller "$INSTDIR\uninstall.exe"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayName" "ClinicMgr"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${UNINSTALL}" "Publisher" "The ClinicMgr authors"
  WriteRegStr HKCU "${UNINSTALL}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegStr HKCU "${UNINSTALL}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
  WriteRegDWORD HKCU "${UNINSTALL}" "NoModify" 1
  WriteRegDWORD HKCU "${UNINSTALL}" "NoRepair" 1
  WriteRegStr HKCU "Software\Classes\.clinic" "" "ClinicMgr.Practice"
  WriteRegStr HKCU "Software\Classes\ClinicMgr.Practice" "" "ClinicMgr practice"
  WriteRegStr HKCU "Software\Classes\ClinicMgr.Practice\shell\open\command" "" \
    '"$INSTDIR\pythonw.exe" -m clinicmgr "%1"'
SectionEnd

; Practice files and backups are in the user's own folders and stay.
Section "Uninstall"
  Delete "$SMPROGRAMS\ClinicMgr.lnk"
  RMDir /r "$INSTDIR"
  DeleteRegKey HKCU "${UNINSTALL}"
  DeleteRegKey HKCU "Software\Classes\.clinic"
  DeleteRegKey HKCU "Software\Classes\ClinicMgr.Practice"
SectionEnd
