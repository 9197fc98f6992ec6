// COIN-OR CLP 1.17 through its C interface (Debian: coinor-libclp-dev, EPL-2.0).
#include <coin/Clp_C_Interface.h>
