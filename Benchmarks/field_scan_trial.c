// The C scanner under a sanitizer: any bytes, read from memory of just their size, results used.
#include "field_scan.h"

#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    if (size < 2) return 0;
    // Whole lines, in memory that ends where they end: reading behind is found.
    size_t count = size - 1;
    uint8_t *bytes = malloc(count);
    memcpy(bytes, data + 1, count);
    while (count > 0 && bytes[count - 1] != '\n' && bytes[count - 1] != '\r') count--;
    size_t room = data[0] & 1 ? count + 1 : count / 4 + 1;
    field_scan_result result;
    memset(&result, 0, sizeof result);
    result.starts = malloc(room * sizeof(uint32_t));
    result.ends = malloc(room * sizeof(uint32_t));
    result.record_ends = malloc(room * sizeof(uint32_t));
    result.record_lines = malloc(room * sizeof(uint32_t));
    result.doubled = malloc(4 * sizeof(uint32_t));
    result.field_capacity = result.record_capacity = room;
    result.doubled_capacity = 4;
    size_t from = count > 8 && data[0] & 2 ? 3 : 0;
    size_t end = field_scan(bytes, from, count, data[0] & 4 ? ';' : ',', '"', &result);
    if (end > count || result.fields > room || result.records > room || result.doubled_count > 4) abort();
    uint64_t sum = 0;
    for (size_t i = 0; i < result.fields; i++) {
        if (result.starts[i] > result.ends[i] || result.ends[i] > count) abort();
        for (size_t j = result.starts[i]; j < result.ends[i]; j++) sum += bytes[j];
    }
    for (size_t i = 0; i < result.records; i++) sum += result.record_ends[i] + result.record_lines[i];
    if (field_scan_text(bytes, from, end) > end) abort();
    // A branch on all that was read: uninitialised bytes are found here.
    if (sum == UINT64_MAX) abort();
    free(result.starts);
    free(result.ends);
    free(result.record_ends);
    free(result.record_lines);
    free(result.doubled);
    free(bytes);
    return 0;
}
