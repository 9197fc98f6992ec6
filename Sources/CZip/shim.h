// libzip (BSD-3-Clause): the parts of a workbook are files in a ZIP archive. Without it: our own reader of archives.
#include <zip.h>
