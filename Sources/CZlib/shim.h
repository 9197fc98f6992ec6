// zlib (Debian: zlib1g-dev, which libxlsxwriter is linked with anyway); tests unpack workbooks with it.
#include <zlib.h>
