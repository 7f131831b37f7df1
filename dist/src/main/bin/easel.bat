@echo off
rem Starts Easel with the Java of JAVA_HOME, else the first one on the PATH.
rem EASEL_JAVA_OPTS holds further options for the JVM, with blanks between them.
setlocal
for %%I in ("%~dp0..") do set "HOME_FOLDER=%%~fI"
set "JAVA=java"
if defined JAVA_HOME set "JAVA=%JAVA_HOME%\bin\java"

set "VERSION="
for /f "tokens=3" %%V in ('""%JAVA%" -version 2^>^&1" ^| findstr /i " version "') do if not defined VERSION set "VERSION=%%~V"
if not defined VERSION (
    echo easel: "%JAVA%" cannot be run; install Java 17 or newer, or set JAVA_HOME to its folder. 1>&2
    exit /b 2
)
for /f "delims=.-+_" %%M in ("%VERSION%") do set "MAJOR=%%M"
if %MAJOR% LSS 17 (
    echo easel: "%JAVA%" is Java %VERSION%; Easel needs Java 17 or newer: set JAVA_HOME to the folder of one. 1>&2
    exit /b 2
)
set "NATIVE="
if %MAJOR% GEQ 24 set "NATIVE=--enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow"

for %%J in ("%HOME_FOLDER%\lib\easel-host-*.jar") do set "JAR=%%~fJ"
"%JAVA%" -XX:+UseSerialGC -Djava.awt.headless=true -Dfile.encoding=UTF-8 "-Deasel.home=%HOME_FOLDER%" ^
    %NATIVE% %EASEL_JAVA_OPTS% -jar "%JAR%" %*
exit /b %ERRORLEVEL%
