// Numbers for the cells of a column: a repeated cell is recognized by its first and last eight bytes and its length,
// and by what stands between where it is longer.
#ifndef CELL_CODE_H
#define CELL_CODE_H

#include <stddef.h>
#include <stdint.h>

// What tells a cell from others.
typedef struct {
    // The first and last eight bytes; of a shorter cell all bytes, with zeros behind.
    uint64_t first, last;
    // Its highest bits say where the cell is looked for first.
    uint64_t hash;
    // The length with its class: cells of over 8 and of over 16 bytes are told from shorter ones by the highest bits.
    uint32_t size;
} cell_key;

// A place of the open hash table.
typedef struct {
    uint64_t first, last, hash;
    // UINT32_MAX: the slot is free.
    uint32_t size;
    uint32_t code;
} cell_slot;

// The table and the cells it knows.
typedef struct {
    const cell_slot *slots;
    // There are 2^(64 − shift) slots.
    int shift;
    // The length of the longest cell.
    size_t longest;
    // The bytes of the cells, one behind the other, and where each code's cell ends; that of code 0 is empty.
    const uint8_t *bytes;
    const long *ends;
} cell_table;

// `bytes` can be read eight bytes behind `start`.
cell_key cell_key_of(const uint8_t *bytes, size_t start, size_t end);

// The slot of the cell at `start`, or the free one in which it belongs.
size_t cell_find(const cell_table *table, const cell_key *key, const uint8_t *bytes, size_t start);

// Codes of the fields at positions[0..<count], `column` behind each, into `codes`; `unknown` gets the rows of those that
// have no code yet. Returns how many these are.
size_t cell_codes(
    const cell_table *table, const uint8_t *bytes, const uint32_t *starts, const uint32_t *ends,
    const uint32_t *positions, size_t count, size_t column, uint32_t *codes, uint32_t *unknown);

#endif
