// Expat (MIT): the parts of a workbook are XML. Without it: our own parser of XML.
#include <expat.h>
