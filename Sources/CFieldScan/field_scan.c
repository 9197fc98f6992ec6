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
    uint64_t line_ends;   // LF, CR
    uint64_t quotes;
} masks;

// Up to 64 bytes, one by one.
static inline masks masks_scalar(const uint8_t *bytes, size_t count, uint8_t delimiter, uint8_t quote) {
    masks found = {0, 0, 0};
    for (size_t i = 0; i < count; i++) {
        uint8_t byte = bytes[i];
        uint64_t bit = (uint64_t)1 << i;
        if (byte == '\n' || byte == '\r') found.line_ends |= bit;
        if (byte == delimiter || found.line_ends & bit) found.separators |= bit;
        if (byte == quote) found.quotes |= bit;
    }
    return found;
}

// Bit i: an odd number of quotes stand at or before byte i.
static inline uint64_t parity_scalar(uint64_t quotes) {
    for (int shift = 1; shift < 64; shift *= 2) quotes ^= quotes << shift;
    return quotes;
}

#if defined(__x86_64__)
// SSE2 is part of every x86-64.
static inline masks masks_sse2(const uint8_t *bytes, uint8_t delimiter, uint8_t quote) {
    const __m128i d = _mm_set1_epi8((char)delimiter), q = _mm_set1_epi8((char)quote);
    const __m128i lf = _mm_set1_epi8('\n'), cr = _mm_set1_epi8('\r');
    masks found = {0, 0, 0};
    for (int part = 0; part < 4; part++) {
        __m128i v = _mm_loadu_si128((const __m128i *)(bytes + part * 16));
        __m128i e = _mm_or_si128(_mm_cmpeq_epi8(v, lf), _mm_cmpeq_epi8(v, cr));
        __m128i s = _mm_or_si128(_mm_cmpeq_epi8(v, d), e);
        found.separators |= (uint64_t)(uint16_t)_mm_movemask_epi8(s) << (part * 16);
        found.line_ends |= (uint64_t)(uint16_t)_mm_movemask_epi8(e) << (part * 16);
        found.quotes |= (uint64_t)(uint16_t)_mm_movemask_epi8(_mm_cmpeq_epi8(v, q)) << (part * 16);
    }
    return found;
}

__attribute__((target("avx2"))) static inline masks masks_avx2(const uint8_t *bytes, uint8_t delimiter, uint8_t quote) {
    const __m256i d = _mm256_set1_epi8((char)delimiter), q = _mm256_set1_epi8((char)quote);
    const __m256i lf = _mm256_set1_epi8('\n'), cr = _mm256_set1_epi8('\r');
    masks found = {0, 0, 0};
    for (int part = 0; part < 2; part++) {
        __m256i v = _mm256_loadu_si256((const __m256i *)(bytes + part * 32));
        __m256i e = _mm256_or_si256(_mm256_cmpeq_epi8(v, lf), _mm256_cmpeq_epi8(v, cr));
        __m256i s = _mm256_or_si256(_mm256_cmpeq_epi8(v, d), e);
        found.separators |= (uint64_t)(uint32_t)_mm256_movemask_epi8(s) << (part * 32);
        found.line_ends |= (uint64_t)(uint32_t)_mm256_movemask_epi8(e) << (part * 32);
        found.quotes |= (uint64_t)(uint32_t)_mm256_movemask_epi8(_mm256_cmpeq_epi8(v, q)) << (part * 32);
    }
    return found;
}

// A product without carries with all ones.
__attribute__((target("pclmul"))) static inline uint64_t parity_pclmul(uint64_t quotes) {
    __m128i product = _mm_clmulepi64_si128(_mm_set_epi64x(0, (long long)quotes), _mm_set1_epi8((char)0xFF), 0);
    return (uint64_t)_mm_cvtsi128_si64(product);
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
    uint8x16_t s[4], e[4], t[4];
    for (int part = 0; part < 4; part++) {
        uint8x16_t v = vld1q_u8(bytes + part * 16);
        e[part] = vorrq_u8(vceqq_u8(v, lf), vceqq_u8(v, cr));
        s[part] = vorrq_u8(vceqq_u8(v, d), e[part]);
        t[part] = vceqq_u8(v, q);
    }
    masks found = {
        neon_bits(s[0], s[1], s[2], s[3]), neon_bits(e[0], e[1], e[2], e[3]), neon_bits(t[0], t[1], t[2], t[3])};
    return found;
}
#endif

// Half way through a scan.
typedef struct {
    const uint8_t *bytes;
    size_t from;
    uint8_t quote;
    field_scan_result *result;
    size_t field_start;
    size_t line_start;
    // What the result held when this line began.
    size_t line_fields;
    size_t line_doubled;
    // Whether two quotes stand side by side in the field so far.
    uint64_t has_doubled;
} scan;

// Where the quotes of 64 bytes open and close fields.
typedef struct {
    // All ones while a quote is open at the end of the bytes before.
    uint64_t open;
    // In bit 0: whether the byte before closes a quote; whether a quoted field may start behind it.
    uint64_t closed, may_open;
    // Found for these bytes: what stands inside quotes, and the second of two quotes side by side.
    uint64_t inside, doubled;
} quoting;

// Whether all quotes of a chunk are as RFC 4180 has them: one opens behind a separator; one closes before a separator;
// else two stand side by side inside a field.
static inline __attribute__((always_inline)) int is_regular(
    quoting *q, const masks *found, uint64_t parity, uint64_t last) {
    uint64_t inside = parity ^ q->open;
    uint64_t opening = found->quotes & inside, closing = found->quotes & ~inside;
    uint64_t separators = found->separators & ~inside;
    uint64_t behind_closing = closing << 1 | q->closed;
    uint64_t behind_separator = separators << 1 | q->may_open;
    q->inside = inside;
    q->doubled = opening & behind_closing;
    int regular = !(opening & ~(behind_closing | behind_separator)) && !(behind_closing & last & ~(opening | separators));
    q->open = (uint64_t)0 - (inside >> 63);
    q->closed = closing >> 63;
    q->may_open = separators >> 63;
    return regular;
}

// Ends a field at `end`; 0 where libcsv must read the line.
static int end_field(scan *s, size_t end) {
    field_scan_result *r = s->result;
    if (r->fields == r->field_capacity) return 0;
    size_t start = s->field_start;
    if (start < end && s->bytes[start] == s->quote) {
        if (end - start < 2 || s->bytes[end - 1] != s->quote) return 0;
        size_t from = start + 1, to = end - 1;
        int is_doubled = 0;
        while (from < to) {
            const uint8_t *found = memchr(s->bytes + from, s->quote, to - from);
            if (!found) break;
            size_t at = (size_t)(found - s->bytes);
            if (at + 1 >= to || s->bytes[at + 1] != s->quote) return 0;
            is_doubled = 1;
            from = at + 2;
        }
        if (is_doubled) {
            if (r->doubled_count == r->doubled_capacity) return 0;
            r->doubled[r->doubled_count++] = (uint32_t)r->fields;
        }
        r->starts[r->fields] = (uint32_t)(start + 1);
        r->ends[r->fields] = (uint32_t)(end - 1);
    } else {
        if (memchr(s->bytes + start, s->quote, end - start)) return 0;
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

// Notes a line end. Returns whether a record ends there: else the line is blank, or the byte is the second of CRLF.
static inline __attribute__((always_inline)) int is_record_end(scan *s, size_t at) {
    if (at != s->line_start) return 1;
    if (s->bytes[at] != '\n' || at == s->from || s->bytes[at - 1] != '\r') {
        s->result->blank_lines++;
        s->result->lines++;
    }
    s->line_start = at + 1;
    return 0;
}

static inline __attribute__((always_inline)) void end_record(scan *s, size_t at, size_t fields) {
    field_scan_result *r = s->result;
    r->record_ends[r->records] = (uint32_t)fields;
    r->record_lines[r->records++] = (uint32_t)r->lines++;
    s->line_start = at + 1;
    s->line_fields = fields;
    s->line_doubled = r->doubled_count;
}

// Takes the fields that end in a chunk in which, as in the field that began before it, no quote stands.
static inline __attribute__((always_inline)) void plain_chunk(
    scan *s, size_t chunk, uint64_t separators, uint8_t delimiter) {
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
        } else if (is_record_end(s, at)) {
            starts[fields] = (uint32_t)start;
            ends[fields++] = (uint32_t)at;
            end_record(s, at, fields);
        }
        start = at + 1;
    }
    r->fields = fields;
    s->field_start = start;
}

// The same where quotes are regular.
static inline __attribute__((always_inline)) void quoted_chunk(
    scan *s, size_t chunk, uint64_t separators, uint64_t line_ends, uint64_t doubled) {
    field_scan_result *r = s->result;
    const uint8_t *bytes = s->bytes;
    uint32_t *starts = r->starts, *ends = r->ends;
    size_t fields = r->fields, start = s->field_start;
    while (separators) {
        size_t at = chunk + (size_t)__builtin_ctzll(separators);
        uint64_t upto = separators ^ (separators - 1);
        separators &= separators - 1;
        if ((line_ends & upto) && !is_record_end(s, at)) {
            line_ends &= ~upto;
            start = at + 1;
            continue;
        }
        uint32_t is_quoted = bytes[start] == s->quote;
        starts[fields] = (uint32_t)start + is_quoted;
        ends[fields] = (uint32_t)at - is_quoted;
        if ((doubled & upto) | s->has_doubled) {
            r->doubled[r->doubled_count++] = (uint32_t)fields;
            doubled &= ~upto;
            s->has_doubled = 0;
        }
        fields++;
        start = at + 1;
        if (line_ends & upto) {
            line_ends &= ~upto;
            end_record(s, at, fields);
        }
    }
    s->has_doubled |= doubled;
    r->fields = fields;
    s->field_start = start;
}

// Takes the fields that end in a chunk one by one, looking at each; 0 where libcsv must read a line.
static int careful_chunk(scan *s, size_t chunk, uint64_t separators, uint64_t line_ends, uint64_t inside) {
    field_scan_result *r = s->result;
    while (separators) {
        int bit = __builtin_ctzll(separators);
        uint64_t mask = separators & (~separators + 1);
        separators ^= mask;
        size_t at = chunk + (size_t)bit;
        if (inside & mask) {
            // A line end inside quotes: a record of several lines, or a stray quote.
            if (line_ends & mask) return 0;
            continue;
        }
        if (!(line_ends & mask)) {
            if (!end_field(s, at)) return 0;
            continue;
        }
        if (is_record_end(s, at)) {
            if (r->records == r->record_capacity || !end_field(s, at)) return 0;
            end_record(s, at, r->fields);
        }
        s->field_start = at + 1;
    }
    return 1;
}

// Both by some means of the machine: the masks of 64 bytes, and the parity of quotes.
typedef masks (*masks_of)(const uint8_t *bytes, uint8_t delimiter, uint8_t quote);
typedef uint64_t (*parity_of)(uint64_t quotes);

static inline __attribute__((always_inline)) size_t scan_by(
    masks_of masks_64, parity_of parity, const uint8_t *bytes, size_t from, size_t to, uint8_t delimiter,
    uint8_t quote, field_scan_result *r) {
    scan s = {bytes, from, quote, r, from, from, r->fields, r->doubled_count, 0};
    quoting q = {.may_open = 1};
    // Room for a field and a record a byte is room for all.
    int has_room = r->field_capacity - r->fields >= to - from && r->record_capacity - r->records >= to - from;
    int careful = 0;
    for (size_t chunk = from; chunk < to; chunk += 64) {
        size_t room = to - chunk;
        masks found =
            room < 64 ? masks_scalar(bytes + chunk, room, delimiter, quote) : masks_64(bytes + chunk, delimiter, quote);
        if (!(found.quotes | q.open | q.closed) && bytes[s.field_start] != quote && has_room && !careful) {
            q.may_open = found.separators >> 63;
            plain_chunk(&s, chunk, found.separators, delimiter);
            continue;
        }
        // Behind the first quote that is irregular each field is looked at: there libcsv must read a line.
        uint64_t last = room < 64 ? ((uint64_t)1 << room) - 1 : ~(uint64_t)0;
        careful |= !is_regular(&q, &found, parity(found.quotes), last);
        if (r->doubled_capacity - r->doubled_count < 64) {
            // The caller makes room, unless this line alone needs more.
            if (s.line_start > from) return leave(&s);
            careful = 1;
        }
        if (careful || !has_room) {
            if (!careful_chunk(&s, chunk, found.separators, found.line_ends, q.inside)) return leave(&s);
            continue;
        }
        uint64_t broken = found.line_ends & q.inside;
        uint64_t before = broken ? (broken & (~broken + 1)) - 1 : ~(uint64_t)0;
        quoted_chunk(&s, chunk, found.separators & ~q.inside & before, found.line_ends, q.doubled & before);
        // A line end inside quotes: a record of several lines, or a stray quote.
        if (broken) return leave(&s);
    }
    // A last line without its end, or with a quote still open, is not taken.
    return leave(&s);
}

#if defined(__x86_64__)
__attribute__((target("avx2,bmi,pclmul"))) static size_t scan_avx2(
    const uint8_t *bytes, size_t from, size_t to, uint8_t delimiter, uint8_t quote, field_scan_result *result) {
    return scan_by(masks_avx2, parity_pclmul, bytes, from, to, delimiter, quote, result);
}
#elif !defined(__aarch64__)
static masks masks_64_scalar(const uint8_t *bytes, uint8_t delimiter, uint8_t quote) {
    return masks_scalar(bytes, 64, delimiter, quote);
}
#endif

size_t field_scan(
    const uint8_t *bytes, size_t from, size_t to, uint8_t delimiter, uint8_t quote, field_scan_result *result) {
#if defined(__x86_64__)
    if (__builtin_cpu_supports("avx2") && __builtin_cpu_supports("bmi") && __builtin_cpu_supports("pclmul"))
        return scan_avx2(bytes, from, to, delimiter, quote, result);
    return scan_by(masks_sse2, parity_scalar, bytes, from, to, delimiter, quote, result);
#elif defined(__aarch64__)
    return scan_by(masks_neon, parity_scalar, bytes, from, to, delimiter, quote, result);
#else
    return scan_by(masks_64_scalar, parity_scalar, bytes, from, to, delimiter, quote, result);
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
