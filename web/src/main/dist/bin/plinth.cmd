@echo off
rem Starts Plinth from its own folder: bin\plinth.cmd COMMAND ...   Needs Java 17 or newer.
rem PLINTH_JAVA_OPTS holds options for Java, for example -Xmx512m.
setlocal
set "HOME_DIR=%~dp0.."
set "JAVA=java"
if defined JAVA_HOME if exist "%JAVA_HOME%\bin\java.exe" set "JAVA=%JAVA_HOME%\bin\java.exe"
"%JAVA%" -version >nul 2>&1
if errorlevel 1 (
    echo Plinth needs Java 17 or newer. Install it from https://adoptium.net, then try again. 1>&2
    exit /b 2
)
"%JAVA%" -Djava.awt.headless=true -Dfile.encoding=UTF-8 -Dstdout.encoding=UTF-8 -Dstderr.encoding=UTF-8 ^
    "-Dplinth.home=%HOME_DIR%" -XX:MaxGCPauseMillis=50 %PLINTH_JAVA_OPTS% -cp "%HOME_DIR%\lib\*" org.plinth.web.Main %*
exit /b %ERRORLEVEL%
