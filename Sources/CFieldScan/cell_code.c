#include "cell_code.h"

#include <string.h>

static inline uint64_t load(const uint8_t *bytes) {
    uint64_t word;
    memcpy(&word, bytes, 8);
    return word;
}

// What is kept of the first eight bytes, by length; a cell of nine to 15 has another mask elsewhere.
static const uint64_t kept[16] = {
    0, 0xFF, 0xFFFF, 0xFFFFFF, 0xFFFFFFFF, 0xFFFFFFFFFF, 0xFFFFFFFFFFFF, 0xFFFFFFFFFFFFFF, 0xFFFFFFFFFFFFFFFF,
};

static const uint32_t over_8 = 0x80000000, over_16 = 0xC0000000;

// Fibonacci hashing: the highest bits of a product.
static const uint64_t factor = 0x9E3779B97F4A7C15;

// What the hash of a cell of at most 8 bytes is made of, and of one of at most 16.
static inline uint64_t short_bits(uint64_t first, size_t length) { return first + length; }
static inline uint64_t medium_bits(uint64_t first, uint64_t last, size_t length) {
    return first ^ (last * 0xD6E8FEB86659FD93) ^ length;
}

// Longer cells often begin and end alike (times of one month and zone): what stands between counts too.
static uint64_t long_bits(uint64_t bits, const uint8_t *cell, size_t length) {
    for (size_t place = 8; place + 8 < length; place += 8) {
        bits = (bits ^ load(cell + place)) * factor;
        bits ^= bits >> 32;
    }
    return bits;
}

cell_key cell_key_of(const uint8_t *bytes, size_t start, size_t end) {
    size_t length = end - start;
    uint64_t first = load(bytes + start), last, bits;
    uint32_t size = (uint32_t)length;
    if (length <= 8) {
        last = first &= kept[length];
        bits = short_bits(first, length);
    } else {
        last = load(bytes + end - 8);
        bits = medium_bits(first, last, length);
        if (length > 16) bits = long_bits(bits, bytes + start, length);
        size |= length > 16 ? over_16 : over_8;
    }
    cell_key key = {first, last, bits * factor, size};
    return key;
}

// Whether the bytes between the first and last eight are those of a cell with the same key.
static inline int same_middle(
    const cell_table *table, uint32_t code, const cell_key *key, const uint8_t *bytes, size_t start) {
    if (key->size < over_16) return 1;
    const uint8_t *known = table->bytes + table->ends[code - 1];
    size_t length = key->size & ~over_16;
    for (size_t place = 8; place + 8 < length; place += 8)
        if (load(known + place) != load(bytes + start + place)) return 0;
    return 1;
}

size_t cell_find(const cell_table *table, const cell_key *key, const uint8_t *bytes, size_t start) {
    size_t last = ((size_t)1 << (64 - table->shift)) - 1;
    for (size_t place = key->hash >> table->shift;; place = (place + 1) & last) {
        const cell_slot *slot = table->slots + place;
        if (slot->size == UINT32_MAX) return place;
        if (slot->first == key->first && slot->last == key->last && slot->size == key->size
            && same_middle(table, slot->code, key, bytes, start))
            return place;
    }
}

enum { batch = 64 };

// The fields of a batch of rows.
typedef struct {
    const uint32_t *starts;
    const uint32_t *ends;
    const uint32_t *positions;
    size_t rows;
} cell_batch;

// Codes of cells of at most 8 bytes. Returns a bit for each row whose cell is longer or not in the slot where it is
// looked for first. No branches: the loads and products of several rows overlap.
static inline uint64_t short_codes(
    const cell_table *table, const uint8_t *bytes, const cell_batch *fields, uint32_t *codes) {
    const cell_slot *slots = table->slots;
    const int shift = table->shift;
    uint64_t others = 0;
    for (size_t row = 0; row < fields->rows; row++) {
        size_t field = fields->positions[row], start = fields->starts[field];
        uint32_t length = fields->ends[field] - (uint32_t)start;
        uint64_t first = load(bytes + start) & kept[length & 15];
        const cell_slot *slot = slots + (short_bits(first, length) * factor >> shift);
        codes[row] = slot->code;
        others |= (uint64_t)(((slot->first ^ first) | (slot->size ^ length)) != 0) << row;
    }
    return others;
}

// The same of cells of at most 16 bytes.
static inline uint64_t medium_codes(
    const cell_table *table, const uint8_t *bytes, const cell_batch *fields, uint32_t *codes) {
    const cell_slot *slots = table->slots;
    const int shift = table->shift;
    uint64_t others = 0;
    for (size_t row = 0; row < fields->rows; row++) {
        size_t field = fields->positions[row], start = fields->starts[field], end = fields->ends[field];
        size_t length = end - start;
        uint64_t mask = kept[length < 8 ? length : 8];
        uint64_t first = load(bytes + start) & mask, last = load(bytes + (length < 8 ? start : end - 8)) & mask;
        uint64_t of_short = short_bits(first, length), of_medium = medium_bits(first, last, length);
        const cell_slot *slot = slots + ((length <= 8 ? of_short : of_medium) * factor >> shift);
        uint32_t size = (uint32_t)length | (length > 8 ? over_8 : 0);
        codes[row] = slot->code;
        others |= (uint64_t)(((slot->first ^ first) | (slot->last ^ last) | (slot->size ^ size)) != 0) << row;
    }
    return others;
}

size_t cell_codes(
    const cell_table *table, const uint8_t *bytes, const uint32_t *starts, const uint32_t *ends,
    const uint32_t *positions, size_t count, size_t column, uint32_t *codes, uint32_t *unknown) {
    size_t unknowns = 0;
    for (size_t from = 0; from < count; from += batch) {
        cell_batch fields = {starts + column, ends + column, positions + from, count - from < batch ? count - from : batch};
        uint64_t others = table->longest <= 8 ? short_codes(table, bytes, &fields, codes + from)
                                              : medium_codes(table, bytes, &fields, codes + from);
        // Longer cells, those behind another one's slot, and new ones.
        while (others) {
            size_t row = (size_t)__builtin_ctzll(others), field = positions[from + row];
            others &= others - 1;
            cell_key key = cell_key_of(bytes, fields.starts[field], fields.ends[field]);
            const cell_slot *slot = table->slots + cell_find(table, &key, bytes, fields.starts[field]);
            codes[from + row] = slot->code;
            if (slot->size == UINT32_MAX) unknown[unknowns++] = (uint32_t)(from + row);
        }
    }
    return unknowns;
}
