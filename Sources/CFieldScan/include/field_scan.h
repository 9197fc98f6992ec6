// Finds the fields of plain CSV lines at memory speed.
//
// It takes lines that are records by themselves, quoted as RFC 4180 has it or not at all. At the first line that is
// anything else it stops, and libcsv goes on: what it gives is what libcsv would give, byte for byte.
#ifndef FIELD_SCAN_H
#define FIELD_SCAN_H

#include <stddef.h>
#include <stdint.h>

// Where the results go; the caller owns the arrays.
typedef struct {
    // Content of each field, quotes around it left out: bytes[starts[i]] up to bytes[ends[i]].
    uint32_t *starts;
    uint32_t *ends;
    // Position behind the last field of each record, and its line, from 0 at the first byte.
    uint32_t *record_ends;
    uint32_t *record_lines;
    size_t field_capacity;
    size_t record_capacity;
    // Filled so far; a scan adds to it.
    size_t fields;
    size_t records;
    size_t lines;
    size_t blank_lines;
    // Fields with a doubled quote: index into starts; their content still holds both quotes.
    uint32_t *doubled;
    size_t doubled_capacity;
    size_t doubled_count;
} field_scan_result;

// Scans whole lines, bytes[from..<to]; the last byte ends a line. Positions are from `bytes`.
//
// Returns behind what was taken: `to`, or the first line that libcsv must read, or that may find no room: a call behind
// it, with room for 64 doubled fields or more, takes it or says that it is libcsv's.
size_t field_scan(
    const uint8_t *bytes, size_t from, size_t to, uint8_t delimiter, uint8_t quote, field_scan_result *result);

// The first position in bytes[from..<to] where no character of a text begins: it is not valid UTF-8 (RFC 3629), or it
// is NUL, which no text has. `to` where all is text.
size_t field_scan_text(const uint8_t *bytes, size_t from, size_t to);

#endif
