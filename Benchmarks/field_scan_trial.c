// The C scanner under a sanitizer: any bytes, read from memory of just their size, against a scanner that looks at one
// byte after the other; and the codes of the cells, against comparing each cell with all before it.
#include "cell_code.h"
#include "field_scan.h"

#include <stdlib.h>
#include <string.h>

static void fill(field_scan_result *result, size_t room, size_t doubled_room) {
    memset(result, 0, sizeof *result);
    result->starts = malloc(room * sizeof(uint32_t));
    result->ends = malloc(room * sizeof(uint32_t));
    result->record_ends = malloc(room * sizeof(uint32_t));
    result->record_lines = malloc(room * sizeof(uint32_t));
    result->doubled = malloc(doubled_room * sizeof(uint32_t));
    result->field_capacity = result->record_capacity = room;
    result->doubled_capacity = doubled_room;
}

static void empty(field_scan_result *result) {
    free(result->starts);
    free(result->ends);
    free(result->record_ends);
    free(result->record_lines);
    free(result->doubled);
}

// The end of a field that starts here, quotes and all; SIZE_MAX where it is irregular.
static size_t field_end(const uint8_t *bytes, size_t at, uint8_t delimiter, int *doubled) {
    int is_quoted = bytes[at] == '"';
    *doubled = 0;
    if (!is_quoted) {
        for (; bytes[at] != delimiter && bytes[at] != '\n' && bytes[at] != '\r'; at++)
            if (bytes[at] == '"') return SIZE_MAX;
        return at;
    }
    for (at++;; at++) {
        if (bytes[at] == '\n' || bytes[at] == '\r') return SIZE_MAX;
        if (bytes[at] != '"') continue;
        if (bytes[at + 1] != '"') break;
        *doubled = 1;
        at++;
    }
    at++;
    return bytes[at] == delimiter || bytes[at] == '\n' || bytes[at] == '\r' ? at : SIZE_MAX;
}

// What field_scan must give where there is room for all.
static size_t scan_simply(const uint8_t *bytes, size_t from, size_t to, uint8_t delimiter, field_scan_result *r) {
    for (size_t line = from; line < to;) {
        if (bytes[line] == '\n' && line > from && bytes[line - 1] == '\r') {
            line++;
            continue;
        }
        if (bytes[line] == '\n' || bytes[line] == '\r') {
            r->blank_lines++;
            r->lines++;
            line++;
            continue;
        }
        size_t fields = r->fields, doubled = r->doubled_count, at = line;
        while (1) {
            int is_doubled, is_quoted = bytes[at] == '"';
            size_t end = field_end(bytes, at, delimiter, &is_doubled);
            if (end == SIZE_MAX) {
                r->fields = fields;
                r->doubled_count = doubled;
                return line;
            }
            if (is_doubled) r->doubled[r->doubled_count++] = (uint32_t)r->fields;
            r->starts[r->fields] = (uint32_t)(at + (size_t)is_quoted);
            r->ends[r->fields++] = (uint32_t)(end - (size_t)is_quoted);
            at = end + 1;
            if (bytes[end] != delimiter) break;
        }
        r->record_ends[r->records] = (uint32_t)r->fields;
        r->record_lines[r->records++] = (uint32_t)r->lines++;
        line = at;
    }
    return to;
}

static void compare(const field_scan_result *a, const field_scan_result *b) {
    if (a->fields != b->fields || a->records != b->records || a->lines != b->lines || a->blank_lines != b->blank_lines
        || a->doubled_count != b->doubled_count)
        abort();
    if (memcmp(a->starts, b->starts, a->fields * 4) || memcmp(a->ends, b->ends, a->fields * 4)
        || memcmp(a->record_ends, b->record_ends, a->records * 4)
        || memcmp(a->record_lines, b->record_lines, a->records * 4)
        || memcmp(a->doubled, b->doubled, a->doubled_count * 4))
        abort();
}

// Codes of all fields, as of one column.
static void code(const uint8_t *bytes, const field_scan_result *r) {
    size_t count = r->fields < 500 ? r->fields : 500;
    if (!count) return;
    enum { slots = 1024 };
    cell_slot *table = calloc(slots, sizeof(cell_slot));
    for (size_t i = 0; i < slots; i++) table[i].size = UINT32_MAX;
    uint8_t *kept = calloc(1, (size_t)r->ends[r->fields - 1] + 64);
    long *ends = calloc(count + 1, sizeof(long));
    uint32_t *positions = malloc(count * 4), *codes = malloc(count * 4), *unknown = malloc(count * 4);
    for (size_t i = 0; i < count; i++) positions[i] = (uint32_t)i;
    cell_table t = {table, 54, 0, kept, ends};
    uint32_t known = 1;
    // Twice: the second time all are known.
    for (int time = 0; time < 2; time++) {
        size_t unknowns = cell_codes(&t, bytes, r->starts, r->ends, positions, count, 0, codes, unknown);
        if (time && unknowns) abort();
        for (size_t i = 0; i < unknowns; i++) {
            size_t field = unknown[i], start = r->starts[field], end = r->ends[field];
            cell_key key = cell_key_of(bytes, start, end);
            size_t place = cell_find(&t, &key, bytes, start);
            if (table[place].size == UINT32_MAX) {
                memcpy(kept + ends[known - 1], bytes + start, end - start);
                ends[known] = ends[known - 1] + (long)(end - start);
                if (end - start > t.longest) t.longest = end - start;
                table[place] = (cell_slot){key.first, key.last, key.hash, key.size, known++};
            }
        }
    }
    for (size_t i = 0; i < count; i++)
        for (size_t j = 0; j < i; j++) {
            size_t length = r->ends[i] - r->starts[i];
            int same = length == r->ends[j] - r->starts[j]
                && !memcmp(bytes + r->starts[i], bytes + r->starts[j], length);
            if (same != (codes[i] == codes[j])) abort();
        }
    free(table);
    free(kept);
    free(ends);
    free(positions);
    free(codes);
    free(unknown);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    if (size < 2) return 0;
    // Whole lines, in memory that ends where they end: reading behind is found.
    size_t count = size - 1;
    uint8_t *bytes = malloc(count);
    memcpy(bytes, data + 1, count);
    while (count > 0 && bytes[count - 1] != '\n' && bytes[count - 1] != '\r') count--;
    bytes = realloc(bytes, count ? count : 1);
    uint8_t delimiter = data[0] & 4 ? ';' : ',';
    size_t from = count > 8 && data[0] & 2 ? 3 : 0;
    int is_roomy = data[0] & 1;
    field_scan_result result;
    size_t room = is_roomy ? count + 1 : count / 4 + 1, doubled_room = data[0] & 8 ? 4 : is_roomy ? count + 64 : 70;
    fill(&result, room, doubled_room);
    size_t end = field_scan(bytes, from, count, delimiter, '"', &result);
    if (end > count || result.fields > room || result.records > room || result.doubled_count > doubled_room) abort();
    uint64_t sum = 0;
    for (size_t i = 0; i < result.fields; i++) {
        if (result.starts[i] > result.ends[i] || result.ends[i] > count) abort();
        for (size_t j = result.starts[i]; j < result.ends[i]; j++) sum += bytes[j];
    }
    for (size_t i = 0; i < result.records; i++) sum += result.record_ends[i] + result.record_lines[i];
    size_t text = field_scan_text(bytes, from, end);
    if (text > end || memchr(bytes + from, 0, text - from)) abort();
    // A branch on all that was read: uninitialised bytes are found here.
    if (sum == UINT64_MAX) abort();
    if (is_roomy && doubled_room > count) {
        field_scan_result simple;
        fill(&simple, room, doubled_room);
        if (scan_simply(bytes, from, count, delimiter, &simple) != end) abort();
        compare(&result, &simple);
        empty(&simple);
        // A cell is read up to eight bytes behind its start.
        uint8_t *padded = calloc(1, count + 16);
        memcpy(padded, bytes, count);
        code(padded, &result);
        free(padded);
    }
    empty(&result);
    free(bytes);
    return 0;
}
