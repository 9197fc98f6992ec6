// libxlsxwriter 1.1.4 (Debian: libxlsxwriter-dev, BSD-2-Clause; linking it takes zlib1g-dev).
#include <xlsxwriter.h>
