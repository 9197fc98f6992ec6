#include "field_scan.h"

#include <string.h>

#if defined(__x86_64__)
#include <immintrin.h>
#elif defined(__aarch64__)
#include <arm_neon.h>
#endif

// Bits of 64 bytes, lowest first.
typedef struct {
    uint64_t separators;  // delimiter, LF, CR
    uint64_t quotes;
} masks;

// Up to 64 bytes, one by one.
static inline masks masks_scalar(const uint8_t *bytes, size_t count, uint8_t delimiter, uint8_t quote) {
    masks found = {0, 0};
    for (size_t i = 0; i < count; i++) {
        uint8_t byte = bytes[i];
        uint64_t bit = (uint64_t)1 << i;
        if (byte == delimiter || byte == '\n' || byte == '\r') found.separators |= bit;
        if (byte == quote) found.quotes |= bit;
    }
    return found;
}

#if defined(__x86_64__)
// SSE2 is part of every x86-64.
static inline masks masks_sse2(const uint8_t *bytes, uint8_t delimiter, uint8_t quote) {
    const __m128i d = _mm_set1_epi8((char)delimiter), q = _mm_set1_epi8((char)quote);
    const __m128i lf = _mm_set1_epi8('\n'), cr = _mm_set1_epi8('\r');
    masks found = {0, 0};
    for (int part = 0; part < 4; part++) {
        __m128i v = _mm_loadu_si128((const __m128i *)(bytes + part * 16));
        __m128i s = _mm_or_si128(_mm_cmpeq_epi8(v, d), _mm_or_si128(_mm_cmpeq_epi8(v, lf), _mm_cmpeq_epi8(v, cr)));
        found.separators |= (uint64_t)(uint16_t)_mm_movemask_epi8(s) << (part * 16);
        found.quotes |= (uint64_t)(uint16_t)_mm_movemask_epi8(_mm_cmpeq_epi8(v, q)) << (part * 16);
    }
    return found;
}

__attribute__((target("avx2"))) static inline masks masks_avx2(const uint8_t *bytes, uint8_t delimiter, uint8_t quote) {
    const __m256i d = _mm256_set1_epi8((char)delimiter), q = _mm256_set1_epi8((char)quote);
    const __m256i lf = _mm256_set1_epi8('\n'), cr = _mm256_set1_epi8('\r');
    masks found = {0, 0};
    for (int part = 0; part < 2; part++) {
        __m256i v = _mm256_loadu_si256((const __m256i *)(bytes + part * 32));
        __m256i s = _mm256_or_si256(
            _mm256_cmpeq_epi8(v, d), _mm256_or_si256(_mm256_cmpeq_epi8(v, lf), _mm256_cmpeq_epi8(v, cr)));
        found.separators |= (uint64_t)(uint32_t)_mm256_movemask_epi8(s) << (part * 32);
        found.quotes |= (uint64_t)(uint32_t)_mm256_movemask_epi8(_mm256_cmpeq_epi8(v, q)) << (part * 32);
    }
    return found;
}
#elif defined(__aarch64__)
static uint64_t neon_bits(uint8x16_t a, uint8x16_t b, uint8x16_t c, uint8x16_t d) {
    const uint8x16_t weight = {1, 2, 4, 8, 16, 32, 64, 128, 1, 2, 4, 8, 16, 32, 64, 128};
    uint8x16_t ab = vpaddq_u8(vandq_u8(a, weight), vandq_u8(b, weight));
    uint8x16_t cd = vpaddq_u8(vandq_u8(c, weight), vandq_u8(d, weight));
    uint8x16_t all = vpaddq_u8(ab, cd);
    return vgetq_lane_u64(vreinterpretq_u64_u8(vpaddq_u8(all, all)), 0);
}

static inline masks masks_neon(const uint8_t *bytes, uint8_t delimiter, uint8_t quote) {
    const uint8x16_t d = vdupq_n_u8(delimiter), q = vdupq_n_u8(quote);
    const uint8x16_t lf = vdupq_n_u8('\n'), cr = vdupq_n_u8('\r');
    uint8x16_t s[4], t[4];
    for (int part = 0; part < 4; part++) {
        uint8x16_t v = vld1q_u8(bytes + part * 16);
        s[part] = vorrq_u8(vceqq_u8(v, d), vorrq_u8(vceqq_u8(v, lf), vceqq_u8(v, cr)));
        t[part] = vceqq_u8(v, q);
    }
    masks found = {neon_bits(s[0], s[1], s[2], s[3]), neon_bits(t[0], t[1], t[2], t[3])};
    return found;
}
#endif

// Bit i: an odd number of quotes stand at or before byte i.
static uint64_t parity(uint64_t quotes) {
    for (int shift = 1; shift < 64; shift *= 2) quotes ^= quotes << shift;
    return quotes;
}

// Half way through a scan.
typedef struct {
    const uint8_t *bytes;
    uint8_t quote;
    field_scan_result *result;
    size_t field_start;
    size_t line_start;
    // What the result held when this line began.
    size_t line_fields;
    size_t line_doubled;
    // Quotes that the quoted fields of this line account for.
    size_t line_quotes;
} scan;

// Ends a field at `end`; 0 where libcsv must read the line.
static int end_field(scan *s, size_t end) {
    field_scan_result *r = s->result;
    if (r->fields == r->field_capacity) return 0;
    size_t start = s->field_start;
    if (start < end && s->bytes[start] == s->quote) {
        if (end - start < 2 || s->bytes[end - 1] != s->quote) return 0;
        size_t from = start + 1, to = end - 1, inner = 0;
        while (from < to) {
            const uint8_t *found = memchr(s->bytes + from, s->quote, to - from);
            if (!found) break;
            size_t at = (size_t)(found - s->bytes);
            if (at + 1 >= to || s->bytes[at + 1] != s->quote) return 0;
            inner += 2;
            from = at + 2;
        }
        if (inner) {
            if (r->doubled_count == r->doubled_capacity) return 0;
            r->doubled[r->doubled_count++] = (uint32_t)r->fields;
        }
        s->line_quotes += 2 + inner;
        r->starts[r->fields] = (uint32_t)(start + 1);
        r->ends[r->fields] = (uint32_t)(end - 1);
    } else {
        r->starts[r->fields] = (uint32_t)start;
        r->ends[r->fields] = (uint32_t)end;
    }
    r->fields++;
    s->field_start = end + 1;
    return 1;
}

// Forgets the fields of a line that libcsv must read.
static size_t leave(scan *s) {
    s->result->fields = s->line_fields;
    s->result->doubled_count = s->line_doubled;
    return s->line_start;
}

// The masks of 64 bytes by some means of the machine.
typedef masks (*masks_of)(const uint8_t *bytes, uint8_t delimiter, uint8_t quote);

// Takes the fields of a chunk in which, as in the line before it, no quote stands.
static inline __attribute__((always_inline)) void plain_chunk(
    scan *s, size_t chunk, uint64_t separators, size_t from, uint8_t delimiter) {
    field_scan_result *r = s->result;
    const uint8_t *bytes = s->bytes;
    uint32_t *starts = r->starts, *ends = r->ends;
    size_t fields = r->fields, start = s->field_start;
    while (separators) {
        size_t at = chunk + (size_t)__builtin_ctzll(separators);
        separators &= separators - 1;
        if (bytes[at] == delimiter) {
            starts[fields] = (uint32_t)start;
            ends[fields++] = (uint32_t)at;
            start = at + 1;
            continue;
        }
        if (at == s->line_start) {
            // The second byte of CRLF ends no line of its own.
            if (bytes[at] == '\n' && at > from && bytes[at - 1] == '\r') {
                s->line_start = start = at + 1;
                continue;
            }
            r->blank_lines++;
        } else {
            starts[fields] = (uint32_t)start;
            ends[fields++] = (uint32_t)at;
            r->record_ends[r->records] = (uint32_t)fields;
            r->record_lines[r->records++] = (uint32_t)r->lines;
        }
        r->lines++;
        s->line_start = start = at + 1;
        s->line_fields = fields;
        s->line_doubled = r->doubled_count;
    }
    r->fields = fields;
    s->field_start = start;
}

static inline __attribute__((always_inline)) size_t scan_by(
    masks_of masks_64, const uint8_t *bytes, size_t from, size_t to, uint8_t delimiter, uint8_t quote,
    field_scan_result *result) {
    scan s = {bytes, quote, result, from, from, result->fields, result->doubled_count, 0};
    uint64_t open = 0;        // all ones while a quote is open
    size_t seen_quotes = 0;   // in this line, up to the current chunk
    for (size_t chunk = from; chunk < to; chunk += 64) {
        size_t room = to - chunk;
        masks found =
            room < 64 ? masks_scalar(bytes + chunk, room, delimiter, quote) : masks_64(bytes + chunk, delimiter, quote);
        if (!(found.quotes | open | seen_quotes) && result->field_capacity - result->fields >= 64
            && result->record_capacity - result->records >= 64) {
            plain_chunk(&s, chunk, found.separators, from, delimiter);
            continue;
        }
        uint64_t quotes_left = found.quotes;
        uint64_t inside = 0;
        if (found.quotes | open) inside = parity(found.quotes) ^ open;
        uint64_t separators = found.separators;
        while (separators) {
            int bit = __builtin_ctzll(separators);
            uint64_t mask = separators & (~separators + 1);
            separators ^= mask;
            size_t at = chunk + (size_t)bit;
            uint8_t byte = bytes[at];
            if (inside & mask) {
                // A line end inside quotes: a record of several lines, or a stray quote.
                if (byte != delimiter) return leave(&s);
                continue;
            }
            if (byte == delimiter) {
                if (!end_field(&s, at)) return leave(&s);
                continue;
            }
            // The second byte of CRLF ends no line of its own.
            if (byte == '\n' && at == s.line_start && at > from && bytes[at - 1] == '\r') {
                s.line_start = s.field_start = at + 1;
                continue;
            }
            if (at == s.line_start) {
                result->blank_lines++;
            } else {
                seen_quotes += (size_t)__builtin_popcountll(quotes_left & (mask - 1));
                if (result->records == result->record_capacity || !end_field(&s, at)) return leave(&s);
                if (s.line_quotes != seen_quotes) return leave(&s);
                result->record_ends[result->records] = (uint32_t)result->fields;
                result->record_lines[result->records] = (uint32_t)result->lines;
                result->records++;
            }
            quotes_left &= ~(mask - 1);
            seen_quotes = s.line_quotes = 0;
            result->lines++;
            s.line_start = s.field_start = at + 1;
            s.line_fields = result->fields;
            s.line_doubled = result->doubled_count;
        }
        seen_quotes += (size_t)__builtin_popcountll(quotes_left);
        open = (inside >> 63) ? ~(uint64_t)0 : 0;
    }
    // A last line without its end, or with a quote still open, is not taken.
    return leave(&s);
}

#if defined(__x86_64__)
__attribute__((target("avx2,bmi"))) static size_t scan_avx2(
    const uint8_t *bytes, size_t from, size_t to, uint8_t delimiter, uint8_t quote, field_scan_result *result) {
    return scan_by(masks_avx2, bytes, from, to, delimiter, quote, result);
}
#elif !defined(__aarch64__)
static masks masks_64_scalar(const uint8_t *bytes, uint8_t delimiter, uint8_t quote) {
    return masks_scalar(bytes, 64, delimiter, quote);
}
#endif

size_t field_scan(
    const uint8_t *bytes, size_t from, size_t to, uint8_t delimiter, uint8_t quote, field_scan_result *result) {
#if defined(__x86_64__)
    if (__builtin_cpu_supports("avx2") && __builtin_cpu_supports("bmi"))
        return scan_avx2(bytes, from, to, delimiter, quote, result);
    return scan_by(masks_sse2, bytes, from, to, delimiter, quote, result);
#elif defined(__aarch64__)
    return scan_by(masks_neon, bytes, from, to, delimiter, quote, result);
#else
    return scan_by(masks_64_scalar, bytes, from, to, delimiter, quote, result);
#endif
}


// One character at a time, ASCII faster.
static size_t text_scalar(const uint8_t *bytes, size_t from, size_t to) {
    size_t i = from;
    while (i < to) {
#if defined(__x86_64__)
        const __m128i zero = _mm_setzero_si128();
        while (i + 16 <= to) {
            __m128i v = _mm_loadu_si128((const __m128i *)(bytes + i));
            if (_mm_movemask_epi8(_mm_or_si128(v, _mm_cmpeq_epi8(v, zero)))) break;
            i += 16;
        }
#endif
        // Eight bytes of ASCII at a time. In them, taking 1 from each byte borrows into a high bit only from a NUL.
        while (i + 8 <= to) {
            uint64_t word;
            memcpy(&word, bytes + i, 8);
            if ((word | (word - 0x0101010101010101u)) & 0x8080808080808080u) break;
            i += 8;
        }
        if (i >= to) break;
        uint8_t first = bytes[i];
        if (first == 0) {
            return i;
        } else if (first < 0x80) {
            i++;
        } else if (first >= 0xC2 && first < 0xE0) {
            if (to - i < 2 || (bytes[i + 1] & 0xC0) != 0x80) return i;
            i += 2;
        } else if (first >= 0xE0 && first < 0xF0) {
            if (to - i < 3 || (bytes[i + 1] & 0xC0) != 0x80 || (bytes[i + 2] & 0xC0) != 0x80) return i;
            if (first == 0xE0 && bytes[i + 1] < 0xA0) return i;
            if (first == 0xED && bytes[i + 1] > 0x9F) return i;
            i += 3;
        } else if (first >= 0xF0 && first < 0xF5) {
            if (to - i < 4 || (bytes[i + 1] & 0xC0) != 0x80 || (bytes[i + 2] & 0xC0) != 0x80
                || (bytes[i + 3] & 0xC0) != 0x80)
                return i;
            if (first == 0xF0 && bytes[i + 1] < 0x90) return i;
            if (first == 0xF4 && bytes[i + 1] > 0x8F) return i;
            i += 4;
        } else {
            return i;
        }
    }
    return to;
}

#if defined(__x86_64__)
// The bytes n before each byte of `now`.
#define BEFORE(now, last, n) _mm256_alignr_epi8(now, _mm256_permute2x128_si256(last, now, 0x21), 16 - (n))
#define TWICE(...) _mm256_setr_epi8(__VA_ARGS__, __VA_ARGS__)

// How far the bytes are surely text (UTF-8 without NUL), in steps of 32; less where some are not.
//
// Source: J. Keiser, D. Lemire, Validating UTF-8 In Less Than One Instruction Per Byte (2021), the lookup algorithm:
// each pair of bytes is looked up by the high and low half of the first and the high half of the second; a bit that is
// set in all three names what is wrong.
__attribute__((target("avx2"))) static size_t text_avx2(const uint8_t *bytes, size_t from, size_t to) {
    enum {
        short_ = 1, long_ = 2, over3 = 4, large = 8, surrogate = 16, over2 = 32, over4_large = 64, two = -128,
        carry = short_ | long_ | two
    };
    const __m256i first_high = TWICE(
        long_, long_, long_, long_, long_, long_, long_, long_, two, two, two, two, short_ | over2, short_,
        short_ | over3 | surrogate, short_ | large | over4_large);
    const __m256i first_low = TWICE(
        carry | over3 | over2 | over4_large, carry | over2, carry, carry, carry | large, carry | large | over4_large,
        carry | large | over4_large, carry | large | over4_large, carry | large | over4_large,
        carry | large | over4_large, carry | large | over4_large, carry | large | over4_large,
        carry | large | over4_large, carry | large | over4_large | surrogate, carry | large | over4_large,
        carry | large | over4_large);
    const __m256i second_high = TWICE(
        short_, short_, short_, short_, short_, short_, short_, short_,
        long_ | over2 | two | over3 | over4_large, long_ | over2 | two | over3 | large,
        long_ | over2 | two | surrogate | large, long_ | over2 | two | surrogate | large, short_, short_, short_, short_);
    const __m256i low = _mm256_set1_epi8(0x0F), top = _mm256_set1_epi8((char)0x80);
    __m256i last = _mm256_setzero_si256();
    size_t at = from;
    for (; at + 32 <= to; at += 32) {
        __m256i now = _mm256_loadu_si256((const __m256i *)(bytes + at));
        __m256i nul = _mm256_cmpeq_epi8(now, _mm256_setzero_si256());
        // The last three bytes before may ask for more: only a run of ASCII needs no look.
        if (!_mm256_movemask_epi8(_mm256_or_si256(_mm256_or_si256(now, nul), last))) continue;
        __m256i one = BEFORE(now, last, 1);
        __m256i wrong = _mm256_and_si256(
            _mm256_and_si256(
                _mm256_shuffle_epi8(first_high, _mm256_and_si256(_mm256_srli_epi16(one, 4), low)),
                _mm256_shuffle_epi8(first_low, _mm256_and_si256(one, low))),
            _mm256_shuffle_epi8(second_high, _mm256_and_si256(_mm256_srli_epi16(now, 4), low)));
        __m256i third = _mm256_subs_epu8(BEFORE(now, last, 2), _mm256_set1_epi8((char)(0xE0 - 0x80)));
        __m256i fourth = _mm256_subs_epu8(BEFORE(now, last, 3), _mm256_set1_epi8((char)(0xF0 - 0x80)));
        __m256i must = _mm256_and_si256(_mm256_or_si256(third, fourth), top);
        wrong = _mm256_or_si256(_mm256_xor_si256(must, wrong), nul);
        if (!_mm256_testz_si256(wrong, wrong)) break;
        last = now;
    }
    return at;
}
#endif

size_t field_scan_text(const uint8_t *bytes, size_t from, size_t to) {
    size_t sure = from;
#if defined(__x86_64__)
    if (__builtin_cpu_supports("avx2")) {
        sure = text_avx2(bytes, from, to);
        // A character may have begun before.
        for (int step = 0; step < 4 && sure > from; step++) {
            sure--;
            if ((bytes[sure] & 0xC0) != 0x80) break;
        }
    }
#endif
    return text_scalar(bytes, sure, to);
}
