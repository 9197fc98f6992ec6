#!/usr/bin/env python3
"""Recomputes the figures of a report from the articles Methods and Data format, and compares.

recompute.py REPORT MONTH.csv groups.csv [--before MONTH.csv] [--all]

REPORT is a folder that `sansang analyze` wrote (its summary.json is read). Nothing of the program is used.
"""
import csv
import json
import math
import sys
import unicodedata
from collections import Counter, defaultdict

import numpy as np
from scipy import optimize, stats

# Rules that were found by comparing; the article says them since. `--article` leaves them out.
UNSAID = dict.fromkeys("""blankOnly effectScores hiddenEffect dossierGate procedurePlain reasonOrder equipmentClasses""".split(),
                       "--article" not in sys.argv)

# ---------------------------------------------------------------- reading

def fold(text):
    text = unicodedata.normalize("NFD", text.replace("đ", "d").replace("Đ", "D")).lower()
    return "".join(c for c in text if c.isalnum()).replace("y", "i")


def answers(**sets):
    return {fold(word): name for name, words in sets.items() for word in words}


YESNO = answers(yes=["yes", "có", "x", "1", "y", "true", "co", "c"], no=["no", "không", "0", "n", "false", "ko", "k", "chưa"])
MISSING = answers(dontKnow=["dont_know", "không biết", "không rõ", "dk"], refused=["refused", "từ chối"], notApplicable=["n/a", "na"])
INTERNET = answers(fixed=["fixed"], mobile=["mobile"], none=["none", "no"])
EID = answers(none=["none", "no", "0"], level1=["level_1", "1"], level2Inactive=["level_2_inactive"], level2=["level_2", "2", "yes"])
SKILLS = answers(**{s: [s] for s in """find_information verify_information call send_file copy_paste edit_document
    change_password privacy_settings install_app online_payment none""".split()})
KNOWS = answers(yes=["yes", "1"], partly=["partly"], no=["no", "0"])
PROCEDURES = answers(**{s: [s] for s in "certification birth residence marriage land business other none".split()},
                     socialBenefit=["social_benefit"])
CHANNEL = answers(onlineHome=["online_home"], onlineCentre=["online_centre"], inPerson=["in_person"], mixed=["mixed"], noNeed=["no_need"])
WHO = answers(self=["self"], family=["family"], assisted=["assisted"], onBehalf=["on_behalf"], service=["service"])
BARRIERS = answers(noDevice=["no_device"], noInternet=["no_internet"], lowSkills=["low_skills"], unknownProcess=["unknown_process"],
                   fearFraud=["fear_fraud"], noEID=["no_eid"], prefersInPerson=["prefers_in_person"], other=["other"], none=["none"])


def one(cell, table, dont_know=None):
    word = fold(cell)
    if not word:
        return None
    if dont_know is not None and MISSING.get(word) == "dontKnow":
        return dont_know
    if word in table:
        return table[word]
    return None


def several(cell, table, other=False):
    """The set of items, or None. "None of these" beside others voids the answer; an unknown item voids itself or is "other"."""
    if not fold(cell):
        return None
    items = set()
    for part in cell.replace("|", ";").split(";"):
        word = fold(part)
        if not word:
            continue
        if word in table:
            items.add(table[word])
        elif word in MISSING:
            return None
        elif other:
            items.add("other")
    if not items or ("none" in items and len(items) > 1):
        return None
    return items - {"none"}


def number(cell, low, high):
    word = cell.strip()
    if not word.isdigit():
        return None
    value = int(word)
    return value if low <= value <= high else None


def group_key(ward, name):
    ward, name = fold(ward), fold(name)
    for prefix in ("phuong", "p"):
        if ward.startswith(prefix) and ward not in WARDS:
            ward = ward[len(prefix):]
            break
    for prefix in ("todanphoso", "todanpho", "tdpso", "tdp", "toso", "to"):
        if name.startswith(prefix):
            name = name[len(prefix):]
            break
    return ward, name.lstrip("0") or "0"


WARDS = set()


def read_groups(path):
    groups = list(csv.DictReader(open(path, encoding="utf-8-sig", newline="")))
    WARDS.update(fold(g["former_ward"]) for g in groups)
    for g in groups:
        g["key"] = group_key(g["former_ward"], g["residential_group"])
        g["N"] = int(g["households"])
    return groups


def read_survey(path, groups):
    by_key = {g["key"]: i for i, g in enumerate(groups)}
    rows = [r for r in csv.reader(open(path, encoding="utf-8-sig", newline="")) ]
    header = rows[0]
    told = Counter()
    kept = {}
    for record, r in enumerate(rows[1:], 2):
        if not any(c.strip() for c in r):
            told["blank"] += 1
            continue
        told["read"] += 1
        if fold(next(c for c in r if c.strip())) in {fold(w) for w in ("Tổng cộng", "Tổng", "Cộng", "Total", "Grand total")}:
            told["totalsRows"] += 1
            continue
        if len(r) != len(header):
            told["fieldCount"] += 1
            continue
        row = dict(zip(header, r))
        key = group_key(row["former_ward"], row["residential_group"])
        if key not in by_key:
            told["unknownGroup"] += 1
            continue
        row["group"] = by_key[key]
        row["answered"] = sum(1 for c in r if fold(c) and fold(c) not in MISSING)
        code = fold(row["household_id"])
        if code in kept:
            told["duplicateHousehold"] += 1
            old = kept[code]
            if (row["survey_date"], row["answered"]) <= (old["survey_date"], old["answered"]):
                continue
            del kept[code]
        kept[code] = row
    told["accepted"] = len(kept)
    # Of a random sample only interviews at doors make figures.
    return [row for row in kept.values() if fold(row.get("mode", "")) in ("", "door")], told


# ---------------------------------------------------------------- households as columns; NaN is a missing answer

NAN = float("nan")


def boolean(x):
    return NAN if x is None else float(x)


class Survey:
    def __init__(self, rows, groups):
        self.groups = groups
        self.n = len(rows)
        self.ids = [fold(r["household_id"]) for r in rows]
        col = lambda f: np.array([f(r) for r in rows], dtype=float)
        self.group = np.array([r["group"] for r in rows])
        self.ward = np.array([groups[g]["former_ward"] for g in self.group])
        yesno = lambda name, dk=None: col(lambda r: boolean({"yes": 1, "no": 0, None: None}[one(r[name], YESNO, dk)]))
        self.smartphone = yesno("smartphone")
        self.computer = yesno("computer")
        net = [several(r["internet"], INTERNET) for r in rows]
        items = lambda lists, f: np.array([boolean(None if s is None else f(s)) for s in lists])
        self.internet = items(net, lambda s: bool(s))
        self.internetFixed = items(net, lambda s: "fixed" in s)
        self.internetMobile = items(net, lambda s: "mobile" in s)
        self.eid = col(lambda r: boolean((lambda a: None if a is None else a == "level2")(one(r["e_id"], EID))))
        skills = [several(r["skills"], SKILLS) for r in rows]
        self.skill = items(skills, lambda s: fold("send_file") and "send_file" in s and ("install_app" in s or "online_payment" in s))
        areas = {"Information": ("find_information", "verify_information"), "Communication": ("call", "send_file"),
                 "ContentCreation": ("copy_paste", "edit_document"), "Safety": ("change_password", "privacy_settings"),
                 "ProblemSolving": ("install_app", "online_payment")}
        self.area = {a: items(skills, lambda s, p=p: sum(x in s for x in p)) for a, p in areas.items()}
        self.anySkill = items(skills, lambda s: bool(s))
        self.knows = col(lambda r: boolean((lambda a: None if a is None else a == "yes")(one(r["knows_process"], KNOWS, "no"))))
        self.wantsHelp = yesno("wants_help")
        stated = [several(r["barriers"], BARRIERS, other=True) for r in rows]
        self.stated = {b: items(stated, lambda s, b=b: b in s) for b in
                       "noDevice noInternet lowSkills unknownProcess fearFraud noEID prefersInPerson".split()}
        self.total = col(lambda r: boolean(number(r["procedures_total"], 0, 60)))
        self.online = col(lambda r: boolean(number(r["procedures_online"], 0, 60)))
        channel = [one(r["channel"], CHANNEL) for r in rows]
        self.channel = np.array([NAN if c is None else float(c != "noNeed") for c in channel])
        self.noNeed = self.channel == 0
        # "no need" counts as none: only where the number itself is left blank (not don't know, not refused)
        blank = lambda name: np.array([not fold(r[name]) for r in rows])
        said = not UNSAID["blankOnly"]
        self.total[np.isnan(self.total) & self.noNeed & (said | blank("procedures_total"))] = 0
        self.onlineBlank = said | blank("procedures_online")
        over = self.online > self.total          # onlineOverTotal: the number online counts as not answered
        self.overTotal = int(over.sum())
        self.online[over] = NAN
        self.procedures = [several(r["procedures"], PROCEDURES, other=True) or set() for r in rows]
        who = [one(r["who_filed"], WHO) for r in rows]
        self.who = {k: np.array([boolean(None if a is None else a in v) for a in who]) for k, v in
                    {"self": ("self",), "assisted": ("assisted", "family"), "onBehalf": ("onBehalf", "service")}.items()}
        self.repeat = yesno("could_repeat", "no")
        self.size = col(lambda r: boolean(number(r["household_size"], 1, 40)))
        self.old = col(lambda r: boolean(number(r["people_60_plus"], 0, 40)))
        self.children = col(lambda r: boolean(number(r["children"], 0, 30)))
        self.women = yesno("women_headed")
        self.age = col(lambda r: boolean(number(r["respondent_age"], 10, 120)))
        self.preferred = [r["preferred_time"] for r in rows]
        self.only60 = self.old >= self.size
        self.womenHeaded = self.women == 1
        self.withChildren = self.children > 0
        self.cls = self.only60 * 1 + self.womenHeaded * 2 + self.withChildren * 4 + (self.age >= 60) * 8
        # design: strata are the residential groups, N_g ÷ n_g
        self.nh = np.bincount(self.group, minlength=len(groups)).astype(float)
        self.Nh = np.array([g["N"] for g in groups], dtype=float)
        self.w = (self.Nh / np.maximum(self.nh, 1))[self.group]
        self.derive()
        self.only = only_cells(self)

    def derive(self):
        nan, n = np.isnan, self.n
        sp, pc = self.smartphone, self.computer
        self.device = np.where((sp == 1) | (pc == 1), 1.0, np.where((sp == 0) & (pc == 0), 0.0, NAN))
        self.steps = [self.device, self.internet, self.eid, self.skill, self.knows]
        # the cascade of one household: known as far as it is told one step after the other
        known = []
        state = np.ones(n)
        for s in self.steps:
            state = np.where(nan(state), NAN, np.where(state == 0, 0.0, s))
            known.append(state)
        self.S = known
        # procedures
        # without a number, how it was filed tells whether there was a procedure
        self.had = np.where(nan(self.total), self.channel, (self.total > 0).astype(float))
        self.filed = np.where(nan(self.online), NAN, (self.online > 0).astype(float))
        self.didFile = (self.had == 1) & (self.filed == 1)
        # told both: none online where there were none at all, if the number online is blank
        self.both = ~nan(self.total) & (~nan(self.online) | ((self.total == 0) & self.onlineBlank))
        self.alone = self.didFile & (self.who["self"] == 1)


# ---------------------------------------------------------------- linearisation: a value and the scores of households

class Undefined(Exception):
    pass


class D:
    __slots__ = ("v", "s", "ok")

    def __init__(self, v, s, ok=True):
        self.v, self.s, self.ok = v, s, ok

    def __mul__(self, o):
        o = lift(o)
        if not self.ok:
            return D(0.0, 0.0) if o.ok and o.v == 0 else self
        if not o.ok:
            return D(0.0, 0.0) if self.v == 0 else o
        return D(self.v * o.v, self.v * o.s + o.v * self.s)

    __rmul__ = __mul__

    def __add__(self, o):
        o = lift(o)
        return D(self.v + o.v, self.s + o.s, self.ok and o.ok)

    __radd__ = __add__

    def __neg__(self):
        return D(-self.v, -self.s if self.ok else 0.0, self.ok)

    def __sub__(self, o):
        return self + (-lift(o))

    def __rsub__(self, o):
        return lift(o) + (-self)

    def __truediv__(self, o):
        r = self.v / o.v
        return D(r, (self.s - r * o.s) / o.v)


def lift(x):
    return x if isinstance(x, D) else D(float(x), 0.0)


class Cell:
    """The households of a weighting class in a domain: shares with their scores."""

    def __init__(self, sv, mask):
        self.sv, self.mask, self.w = sv, mask, sv.w

    def size(self):
        s = np.where(self.mask, self.w, 0.0)
        return D(s.sum(), s)

    def share(self, y, of=None, passed_if_none=False, standing=1.0):
        """Weighted share (or mean) of y among the cell's households in `of` that answered y."""
        a = self.mask & ~np.isnan(y)
        if of is not None:
            a = a & of
        aw = np.where(a, self.w * standing, 0.0)
        A = aw.sum()
        if A <= 0:
            return D(1.0, 0.0) if passed_if_none else D(0.0, 0.0, False)
        p = float((aw * np.where(a, y, 0.0)).sum() / A)
        return D(p, aw * (np.where(a, y, 0.0) - p) / A)

    def steps(self, of=None, passed_if_none=False):
        """S_0 … S_5."""
        sv = self.sv
        of = np.ones(sv.n, bool) if of is None else of
        q1 = self.share(sv.smartphone, of, passed_if_none)
        q2 = self.share(sv.computer, of & (sv.smartphone == 0), passed_if_none)
        S = [lift(1.0), q1 + (1 - q1) * q2]
        # a computer's owner who does not tell of a smartphone stands for nobody; one without a smartphone stands
        # for those who do not tell of a computer
        passed = of & (sv.device == 1) & ~np.isnan(sv.smartphone)
        without = self.mask & of & (sv.smartphone == 0)
        telling = sv.w[without & ~np.isnan(sv.computer)].sum()
        standing = np.where(sv.smartphone == 0, sv.w[without].sum() / telling if telling > 0 else 1.0, 1.0)
        for s in sv.steps[1:]:
            S.append(S[-1] * self.share(s, passed, passed_if_none, standing))
            passed = passed & (s == 1)
        return S


STEPS = ["Device", "Connection", "EID", "Skill", "Knowledge"]


def single(attr):
    return lambda c: (c.share(attr(c.sv)), lift(1.0))


def cascade(k):
    return lambda c: (c.steps()[k], lift(1.0))


def reached(k):
    def f(c):
        S = c.steps()
        return S[k], S[k - 1]
    return f


def procedure_parts(c):
    sv = c.sv
    h = c.share(sv.had)
    o = c.share(sv.filed, sv.had == 1)
    return h, o


def uptake(c):
    h, o = procedure_parts(c)
    return h * o, h


def filed_by(k):
    def f(c):
        h, o = procedure_parts(c)
        return h * o * c.share(c.sv.who[k], c.sv.didFile), h
    return f


def reached_alone(c):
    h, o = procedure_parts(c)
    return h * o * c.share(c.sv.who["self"], c.sv.didFile), h * o


def could_repeat(c):
    h, o = procedure_parts(c)
    return h * o * c.share(c.sv.repeat, c.sv.didFile), h


def ready(c):
    h, o = procedure_parts(c)
    none = (c.sv.had == 1) & (c.sv.filed == 0)
    first = h * (1 - o)
    return first * (c.steps(none)[5] if first.v != 0 else lift(0.0)), h


def files_alone_share(c):
    h, o = procedure_parts(c)
    return h * o * c.share(c.sv.who["self"], c.sv.didFile)


def first_barrier(k):
    def f(c):
        S = c.steps()
        a = files_alone_share(c)
        T = c.steps(c.sv.alone, True)
        return S[k - 1] - S[k] - a * (T[k - 1] - T[k]), lift(1.0)
    return f


def no_barrier(c):
    S = c.steps()
    a = files_alone_share(c)
    T = c.steps(c.sv.alone, True)
    return S[5] + a * (1 - T[5]), lift(1.0)


def lacks(k):
    return lambda c: (1 - c.steps()[k], lift(1.0))


def lacks_it(c):
    return 1 - c.share(c.sv.internet) * c.share(c.sv.skill, c.sv.internet == 1), lift(1.0)


def dossiers(c):
    h = c.share(c.sv.had)
    both = (c.sv.total > 0) & ~np.isnan(c.sv.online)
    return h * c.share(c.sv.online, both), h * c.share(c.sv.total, both)


def indicators(sv):
    """name: (formula, household's own yes 1, no 0, not known NaN)"""
    nan = np.isnan
    I = {}
    filed = np.where(sv.had == 1, sv.filed, NAN)
    I["onlineUptakeDossiers"] = (dossiers, None)
    I["onlineUptakeHouseholds"] = (uptake, filed)

    def by(k):
        return np.where(filed == 0, 0.0, np.where(filed == 1, sv.who[k], NAN))
    I["selfFiledHouseholds"] = (filed_by("self"), by("self"))
    I["assistedHouseholds"] = (filed_by("assisted"), by("assisted"))
    I["filedOnBehalfHouseholds"] = (filed_by("onBehalf"), by("onBehalf"))
    I["couldRepeatUnaided"] = (could_repeat, np.where(filed == 0, 0.0, np.where(filed == 1, sv.repeat, NAN)))
    for name, y in {"smartphone": sv.smartphone, "computer": sv.computer, "internet": sv.internet, "internetFixed": sv.internetFixed,
                    "internetMobile": sv.internetMobile, "eIDLevel2": sv.eid}.items():
        I[name] = (lambda c, y=y: (c.share(y), lift(1.0)), y)
    use = np.where((sv.anySkill == 1) | (sv.device == 1) | (sv.internet == 1), 1.0,
                   np.where((sv.device == 0) & (sv.internet == 0), 0.0, NAN))
    weakest = np.minimum.reduce(list(sv.area.values()))
    nonUser = np.where(nan(sv.anySkill), NAN, np.where(sv.anySkill == 1, 0.0, np.where(nan(use), NAN, 1 - use)))
    basic = np.where(nan(weakest), NAN, (weakest >= 1).astype(float))
    none = np.where(basic == 1, 0.0, np.where(nan(nonUser), NAN, ((basic == 0) & (nonUser == 0)).astype(float)))
    above = np.where(nan(weakest), NAN, (weakest >= 2).astype(float))
    without = sv.device == 0
    offline = without & (sv.internet == 0)

    def non_user(c):
        return ((1 - c.steps()[1]) * c.share(1 - sv.internet, without) * c.share(1 - sv.anySkill, offline), lift(1.0))
    I["skillsNonUser"] = (non_user, nonUser)
    I["skillsNone"] = (lambda c: (1 - c.share(basic) - non_user(c)[0], lift(1.0)), none)
    for name, y in {"skillsBasic": basic, "skillsAboveBasic": above,
                    **{"skills" + a: np.where(nan(y), NAN, (y >= 1).astype(float)) for a, y in sv.area.items()},
                    "knowsProcess": sv.knows, "wantsHelp": sv.wantsHelp}.items():
        I[name] = (lambda c, y=y: (c.share(y), lift(1.0)), y)
    for k, step in enumerate(STEPS, 1):
        I["cascade" + step] = (cascade(k), sv.S[k - 1])
    I["cascadeFilesOnline"] = (uptake, filed)
    I["cascadeFilesAlone"] = I["selfFiledHouseholds"]
    for k, step in enumerate(STEPS, 1):
        if k > 1:
            I["reached" + step] = (reached(k), np.where(sv.S[k - 2] == 1, sv.steps[k - 1], NAN))
    I["reachedFilesAlone"] = (reached_alone, np.where(filed == 1, sv.who["self"], NAN))
    # first barrier of one household
    first = np.full(sv.n, NAN)
    for k in range(5, 0, -1):
        before = sv.S[k - 2] if k > 1 else np.ones(sv.n)
        first = np.where((before == 1) & (sv.steps[k - 1] == 0), k, first)
    first = np.where(sv.S[4] == 1, 0, first)
    first = np.where(sv.alone, 0, first)
    sv.first = first
    for k, step in enumerate(STEPS, 1):
        I["barrier" + step] = (first_barrier(k), np.where(nan(first), NAN, (first == k).astype(float)))
    I["noBarrier"] = (no_barrier, np.where(nan(first), NAN, (first == 0).astype(float)))
    for k, step in enumerate(STEPS, 1):
        failures = sum((s == 0).astype(int) for s in sv.steps)
        y = np.where(sv.only[1], ((sv.steps[k - 1] == 0) & (failures == 1) & ~sv.alone).astype(float), NAN)
        I["onlyBarrier" + step] = ("only", y)
    I["lacksEquipment"] = (lacks(1), 1 - sv.device)
    conn, skill = sv.internet, sv.skill
    lackIT = np.where((conn == 0) | (skill == 0), 1.0, np.where((conn == 1) & (skill == 1), 0.0, NAN))
    I["lacksITAccess"] = (lacks_it, lackIT)
    I["lacksProcessKnowledge"] = (lambda c: (1 - c.share(c.sv.knows), lift(1.0)), 1 - sv.knows)
    I["lacksDeviceOrConnection"] = (lacks(2), np.where((sv.device == 0) | (conn == 0), 1.0,
                                                       np.where((sv.device == 1) & (conn == 1), 0.0, NAN)))
    I["readyNotFiling"] = (ready, np.where(nan(filed) | (nan(sv.S[4]) & (filed == 0)), NAN, np.where(filed == 0, sv.S[4], 0.0)))
    for b, y in sv.stated.items():
        I["stated" + b[0].upper() + b[1:]] = (lambda c, y=y: (c.share(y), lift(1.0)), y)
    return I


# ---------------------------------------------------------------- domains, weighting classes, variance

def domains(sv):
    yield "all", "", np.ones(sv.n, bool)
    for ward in sorted({g["former_ward"] for g in sv.groups}):
        yield "formerWard", ward, sv.ward == ward
    yield "householdType", "only60Plus", sv.only60
    yield "householdType", "womenHeaded", sv.womenHeaded
    yield "householdType", "withChildren", sv.withChildren
    for i, g in enumerate(sv.groups):
        yield "residentialGroup", g["group_id"], sv.group == i


def classes(sv, mask):
    """Masks of the weighting classes of a domain, folded."""
    counts = np.bincount(sv.cls[mask], minlength=16)
    kept = [c for c in range(16) if counts[c] >= 30]
    rest = [c for c in range(16) if 0 < counts[c] < 30]
    folded = [[c] for c in kept]
    if rest:
        if sum(counts[c] for c in rest) >= 30 or not folded:
            folded.append(rest)
        else:
            folded[-1] = folded[-1] + rest
    return [mask & np.isin(sv.cls, f) for f in folded]


def estimate(sv, formula, mask):
    """The figure and the scores of households; None where nobody gives it."""
    for masks in (classes(sv, mask), [mask]):
        top, bottom, whole = lift(0.0), lift(0.0), True
        for m in masks:
            c = Cell(sv, m)
            counted, of = formula(c)
            if not (counted.ok and of.ok):
                whole = False
                break
            N = c.size()
            top, bottom = top + N * counted, bottom + N * of
        if whole and bottom.v > 0:
            r = top / bottom
            r.v = min(1.0, max(0.0, r.v))
            return r
    return None


def only_cells(sv):
    """Folded classes of only barriers: (masks of their households, complete mask)."""
    complete = np.logical_and.reduce([~np.isnan(s) for s in [sv.smartphone, sv.computer] + sv.steps[1:]])
    cells = defaultdict(list)
    levels = [lambda i: (sv.group[i], sv.cls[i]), lambda i: (sv.ward[i], sv.cls[i]), lambda i: sv.cls[i], lambda i: 0]
    open_ = np.arange(sv.n)
    result = []
    for level, key in enumerate(levels):
        cells = defaultdict(list)
        for i in open_:
            cells[key(i)].append(i)
        left = []
        for k in cells:
            idx = np.array(cells[k])
            done = complete[idx]
            good = done.sum() >= 5 and sv.w[idx].sum() <= 3 * sv.w[idx][done].sum()
            if good or level == 3:
                result.append(idx)
            else:
                left.extend(idx)
        open_ = np.array(sorted(left), dtype=int)
        if not len(open_):
            break
    return result, complete


def only_estimate(sv, step, mask):
    """Of those that tell all steps the share that fails this one alone, less that of those that file alone."""
    failures = sum((s == 0).astype(int) for s in sv.steps)
    y = ((sv.steps[step] == 0) & (failures == 1)).astype(float)
    whole = only_share(sv, y, mask, np.ones(sv.n, bool))
    if whole is None:
        return None
    top, bottom = lift(0.0), lift(0.0)
    for m in classes(sv, mask):
        c = Cell(sv, m)
        a = files_alone_share(c)
        bottom = bottom + c.size()
        if a.ok:
            top = top + c.size() * a
    own = only_share(sv, y, mask, sv.alone)
    r = whole - (top / bottom) * own if own is not None else whole
    r.v = 0.0 if r.v < 1e-12 else min(1.0, r.v)
    return r


def only_share(sv, y, mask, member):
    cells, complete = sv.only
    top, bottom = lift(0.0), lift(0.0)
    zero = np.zeros(sv.n)
    for idx in cells:
        inside = mask[idx]
        if not inside.any():
            continue
        m = np.zeros(sv.n, bool)
        m[idx] = True
        full = np.where(m & complete, sv.w, 0.0)
        dom = np.where(m & complete & mask & member, sv.w, 0.0)
        if full.sum() == 0:
            continue
        if inside.all():
            factor = D(np.where(m, sv.w, 0.0).sum(), np.where(m, sv.w, 0.0)) / D(full.sum(), full)
        else:
            factor = D(np.where(m, sv.w, 0.0).sum() / full.sum(), zero)
        top = top + factor * D((dom * y).sum(), dom * y)
        bottom = bottom + factor * D(dom.sum(), dom)
    if bottom.v <= 0:
        return None
    return top / bottom


BASES = {"reachedFilesAlone": "online", "reachedConnection": 1, "reachedEID": 2, "reachedSkill": 3, "reachedKnowledge": 4,
         **dict.fromkeys("""onlineUptakeDossiers onlineUptakeHouseholds selfFiledHouseholds assistedHouseholds
         filedOnBehalfHouseholds couldRepeatUnaided cascadeFilesOnline cascadeFilesAlone readyNotFiling""".split(), "procedure")}


def members(sv, name, mask):
    """Households of a domain that are not known to be outside an indicator's base."""
    base = BASES.get(name)
    if base in ("procedure", "online"):
        mask = mask & (sv.had != 0)
    if base == "online":
        mask = mask & (sv.filed != 0)
    if isinstance(base, int):
        for s in sv.steps[:base]:
            mask = mask & (s != 0)
    return mask


def variance(sv, z, answered=None, of=None):
    G = len(sv.nh)
    s1 = np.bincount(sv.group, z, G)
    s2 = np.bincount(sv.group, z * z, G)
    n = sv.nh
    f = np.where(n > 0, n / sv.Nh, 0.0)
    if of is not None:   # those who answered are a random part of a random sample
        told, asked = np.bincount(sv.group[answered], minlength=G), np.bincount(sv.group[of], minlength=G)
        f = f * np.minimum(1, told / np.maximum(asked, 1))
    many = n > 1
    v = float(np.sum(((1 - f) * n / np.maximum(n - 1, 1) * np.maximum(s2 - s1 * s1 / np.maximum(n, 1), 0.0))[many]))
    lonely = n == 1
    if lonely.any():
        v += float(np.sum((1 - f[lonely]) * (s1[lonely] - z.mean()) ** 2))
    return v


def beta_interval(p, n, alpha=0.05):
    x = p * n
    low = 0.0 if x <= 0 else stats.beta.ppf(alpha / 2, x, n - x + 1)
    high = 1.0 if x >= n else stats.beta.ppf(1 - alpha / 2, x + 1, n - x)
    return float(low), float(high)


def degrees(sv, answered):
    return int(answered.sum() - len(set(sv.group[answered])))


def x_minus_ry(sv, mask, r):
    return np.where(mask, np.nan_to_num(sv.online) - r * np.nan_to_num(sv.total), 0.0)


def t_quantile(df, q=0.975):
    return stats.t.ppf(q, df)


def figure(sv, name, formula, y, mask, part=True, proc=None):
    """One member of `estimates` by the article."""
    f = dict.fromkeys("value standardError lower upper count effectiveBase designEffect reason".split())
    if y is None:
        told = mask & sv.both
        with_ = told & (sv.total > 0)
        if proc is not None:
            told = with_
        n = int(with_.sum())
        f["base"] = int(np.where(with_, sv.total, 0).sum())
        f["missing"] = int(mask.sum() - told.sum())
        count = int(np.where(with_, sv.online, 0).sum())
        yes, no = count, f["base"] - count
        answered = with_
    else:
        answered = mask & ~np.isnan(y)
        n = f["base"] = int(answered.sum())
        f["missing"] = int(mask.sum() - n)
        count = int((y[answered] == 1).sum())
        yes, no = count, n - count
    df = f["degreesOfFreedom"] = degrees(sv, answered)
    r = None
    if n:
        if formula == "only":
            r = only_estimate(sv, STEPS.index(name[len("onlyBarrier"):]), mask)
        elif formula == "plain":
            r = Cell(sv, mask).share(y)
        elif proc is not None:
            x = np.where(with_, sv.online, 0.0)
            t = np.where(with_, sv.total, 0.0)
            r = D((sv.w * x).sum(), sv.w * x) / D((sv.w * t).sum(), sv.w * t)
        else:
            r = estimate(sv, formula, mask)
    if r is None:
        f["reason"], f["degreesOfFreedom"] = "noData", 0
        f["shown"] = False
        f["hidden"] = {}
        return f
    of = answered if name == "evening" else (mask if proc is not None or formula == "plain" else members(sv, name, mask)) | answered
    p, v = r.v, variance(sv, r.s, answered, of)
    Nhat, Nof = sv.w[answered].sum(), sv.w[of].sum()
    edge = p <= 0 or p >= 1
    if UNSAID["effectScores"]:
        spread = Nhat * float((r.s * r.s / sv.w).sum())
    elif y is None:
        spread = float((sv.w * (x_minus_ry(sv, with_, p)) ** 2)[with_].sum()) / Nhat / ((sv.w * sv.total)[with_].sum() / Nhat) ** 2
    else:
        spread = p * (1 - p)
    vsrs = (1 - n / Nof) * spread / (n - 1) if n > 1 else 0.0
    deff = v / vsrs if vsrs > 0 else None
    f["designEffect"] = deff
    f["effectiveBase"] = n / deff if deff else float(n)
    se = math.sqrt(v)
    f["reason"] = None
    lower = upper = None
    wide = None
    if df > 0:
        t = t_quantile(df)
        if edge or v <= 0:
            lower, upper = beta_interval(p, n)
            wide = (lower, upper)
            nstar = n
        else:
            nstar = p * (1 - p) / v * (t_quantile(n - 1) / t) ** 2 if n > 1 else 0
            wide = beta_interval(p, min(nstar, n))
            if y is None:
                a, h = math.log(p / (1 - p)), t * se / (p * (1 - p))
                lower, upper = 1 / (1 + math.exp(h - a)), 1 / (1 + math.exp(-h - a))
                if UNSAID["dossierGate"]:
                    wide = lower, upper
            else:
                lower, upper = beta_interval(p, nstar)
    f["candidate"] = (p, se, lower, upper, count)
    if df <= 0:
        f["reason"] = "degreesOfFreedom"
    elif min(f["effectiveBase"], n) < 30 * (1 - 1e-9):
        f["reason"] = "effectiveBase"
    else:
        width = wide[1] - wide[0]
        if width >= 0.30:
            f["reason"] = "width"
        elif width > 0.05 and width > 1.3 * p:
            f["reason"] = "relativeWidth"
        if part and (yes < 5 or no < 5):
            f["reason"] = "disclosure" if UNSAID["reasonOrder"] else f["reason"] or "disclosure"
    f["shown"] = f["reason"] is None
    if UNSAID["hiddenEffect"] and (f["reason"] == "disclosure" or deff is None):
        f["effectiveBase"] = f["designEffect"] = None
    if f["shown"]:
        f["value"], f["standardError"], f["lower"], f["upper"], f["count"] = p, se, lower, upper, count
    return f


FIELDS = "value standardError lower upper count base missing effectiveBase degreesOfFreedom designEffect shown reason".split()


class Block:
    def __init__(self, name):
        self.name, self.n, self.worst, self.bad = name, Counter(), (0.0, ""), []

    def number(self, where, field, mine, theirs):
        self.n[field] += 1
        if mine is None or theirs is None or isinstance(mine, (str, bool)) or isinstance(theirs, (str, bool)):
            if mine != theirs:
                self.bad.append((where, field, mine, theirs))
            return
        gap = abs(mine - theirs)
        gap = min(gap, gap / abs(theirs)) if theirs else gap
        if gap > 1e-8 or not gap == gap:
            self.bad.append((where, field, mine, theirs))
        elif gap > self.worst[0]:
            self.worst = (gap, where + " " + field)

    def show(self, most=20):
        print(f"{self.name}: {sum(self.n.values())} values compared, {len(self.bad)} differ; "
              f"greatest difference of the others {self.worst[0]:.1e} ({self.worst[1]})")
        by = Counter((w.split()[0], f) for w, f, _, _ in self.bad)
        for (w, f), k in by.most_common(12):
            print(f"    {k} x {w} {f}")
        for b in self.bad[:most]:
            print("   ", *b)


def compare_estimates(sv, summary):
    theirs = {(e["indicator"], e["domainKind"], e["domainCode"]): e for e in summary["estimates"] if not e["modelled"]}
    table = indicators(sv)
    blocks, seen, mine = {}, set(), {}
    work = [(name, kind, code, mask, None) for kind, code, mask in domains(sv) for name in table]
    for p in "certification birth residence marriage land business socialBenefit other".split():
        mask = np.array([p in s for s in sv.procedures]) & ~(sv.had == 0)
        work += [(n, "procedure", p, mask, p) for n in ("onlineUptakeDossiers", "onlineUptakeHouseholds")]
    for name, kind, code, mask, proc in work:
        key = (name, kind, code)
        if key not in theirs:
            blocks.setdefault("absent", Block("absent in summary.json")).bad.append((" ".join(key), "absent", 1, None))
            continue
        seen.add(key)
        formula, y = table[name]
        if proc is not None and y is not None:
            formula = "plain" if UNSAID["procedurePlain"] else (lambda c, y=y: (c.share(y), lift(1.0)))
        f = figure(sv, name, formula, y, mask, kind != "all", proc if y is None else None)
        mine[key] = f
        b = blocks.setdefault(kind, Block("estimates, " + kind))
        for field in FIELDS:
            b.number(" ".join(key), field, f[field], theirs[key][field])
    left = [k for k in theirs if k not in seen]
    for b in blocks.values():
        b.show()
    print("not recomputed:", len(left), left[:5])
    return mine


def compare_cascade(summary):
    """The blocks `cascade` and `barriers` say again what stands in `estimates`."""
    theirs = {e["indicator"]: e for e in summary["estimates"] if e["domainKind"] == "all" and not e["modelled"]}
    b = Block("cascade and barriers")
    up = lambda x: x[0].upper() + x[1:]
    for e in summary["cascade"]:
        step = up(e["step"])
        conditional = {"Device": "cascadeDevice", "FilesOnline": "onlineUptakeHouseholds"}.get(step, "reached" + step)
        for part, name in (("share", "cascade" + step), ("conditional", conditional)):
            for f in FIELDS:
                b.number("cascade " + e["step"], part + "." + f, theirs[name][f], e[part][f])
        c = theirs[conditional]
        for f, x in (("reached", c["base"]), ("passed", c["count"]), ("lost", c["base"] - c["count"])):
            b.number("cascade " + e["step"], f, x, e[f])
    for e in summary["barriers"]:
        for part, name in (("first", "barrier"), ("only", "onlyBarrier")):
            for f in FIELDS:
                b.number("barriers " + e["step"], part + "." + f, theirs[name + up(e["step"])][f], e[part][f])
    b.show()


def compare_savings(sv, summary, mine):
    theirs = summary["savings"]
    tau, a = theirs["target"], theirs["assumptions"]
    scale = {"dossiers": 1.0, "visits": a["visitsPerDossier"], "counterHours": a["counterMinutesPerDossier"] / 60,
             "householdHours": a["visitsPerDossier"] * a["householdMinutesPerVisit"] / 60, "cost": a["visitsPerDossier"] * a["costPerVisit"]}
    masks = {(k, c): m for k, c, m in domains(sv)}
    b = Block("savings")
    y = np.where(sv.both, tau * np.nan_to_num(sv.total) - np.where(sv.total == 0, 0, np.nan_to_num(sv.online)), NAN)
    for e in theirs["atTarget"]:
        key = (e["domainKind"], e["domainCode"])
        mask = masks[key]
        told = mask & sv.both
        where = "savings " + " ".join(key)
        N = sv.w[mask].sum()
        b.number(where, "households", float(N), e["households"])
        b.number(where, "base", int(told.sum()), e["base"])
        b.number(where, "missing", int(mask.sum() - told.sum()), e["missing"])
        rate = mine[("onlineUptakeDossiers",) + key]
        shown = rate["shown"]
        b.number(where, "shown", shown, e["shown"])
        b.number(where, "reason", rate["reason"], e["reason"])
        if not (shown and told.any()):
            for k in scale:
                for f in ("value", "standardError", "lower", "upper"):
                    b.number(where, k + "." + f, None, e[k][f])
            continue
        r = Cell(sv, mask).share(y)
        if VARIANT == "total":
            whole = D(N, np.where(mask, sv.w, 0.0))
            total = whole * r
        else:
            total = float(N) * r
        m = a["referenceMonths"]
        se = math.sqrt(variance(sv, total.s, told)) / m
        t = t_quantile(degrees(sv, told)) * se
        v = total.v / m
        b.number(where, "truncated", bool(v - t < 0), e["truncated"])
        for k, c in scale.items():
            for f, x in (("value", max(v, 0)), ("standardError", se), ("lower", max(v - t, 0)), ("upper", max(v + t, 0))):
                b.number(where, k + "." + f, float(x * c), e[k][f])
    b.show()


VARIANT = "total"


def kilometres(p, q):
    """As the crow flies, on a sphere of 6371 km."""
    a, b, c, d = (math.radians(float(x)) for x in (p["lat"], p["lon"], q["lat"], q["lon"]))
    h = math.sin((c - a) / 2) ** 2 + math.cos(a) * math.cos(c) * math.sin((d - b) / 2) ** 2
    return 2 * 6371 * math.asin(math.sqrt(h))


def compare_equipment(sv, summary):
    theirs, groups = summary["equipment"], sv.groups
    table = indicators(sv)
    y = table["lacksDeviceOrConnection"][1]
    masks = {(k, c): m for k, c, m in domains(sv)}
    b = Block("equipment")
    by_code = {g["group_id"]: g for g in groups}
    share, used = {}, {}
    for (kind, code), mask in masks.items():
        if kind != "householdType":
            share[kind, code] = figure(sv, "lacks", table["lacksDeviceOrConnection"][0] if UNSAID["equipmentClasses"] else "plain", y, mask, kind != "all")
    for g in groups:
        for key in (("residentialGroup", g["group_id"]), ("formerWard", g["former_ward"]), ("all", "")):
            if share[key]["shown"]:
                used[g["group_id"]] = key
                break
    for e in theirs["groups"]:
        where = "equipment " + e["group"]
        b.number(where, "households", by_code[e["group"]]["N"], e["households"])
        b.number(where, "standIn", used[e["group"]][0], e["standIn"])
        for f in FIELDS:
            b.number(where, "share." + f, share["residentialGroup", e["group"]][f], (e["share"] or {}).get(f))

    def count(codes):
        N = defaultdict(int)
        for c in codes:
            N[used[c]] += by_code[c]["N"]
        v = sum(n * share[k]["value"] for k, n in N.items())
        se = math.sqrt(sum((n * share[k]["standardError"]) ** 2 for k, n in N.items()))
        t = t_quantile(min(share[k]["degreesOfFreedom"] for k in N)) * se
        return {"value": v, "standardError": se, "lower": max(v - t, 0), "upper": v + t, "households": sum(N.values())}

    def same(where, codes, e):
        for f, x in count(codes).items():
            b.number(where, f, float(x), e[f])

    def evening(where, mask, e):
        if e is None:
            return
        lacking = mask & (y == 1)
        times = np.array([np.nan if not fold(t) or fold(t) in MISSING else float("evening" in t) for t in sv.preferred])
        f = figure(sv, "evening", "plain", np.where(lacking, times, NAN), lacking, True)
        for k in ("value", "lower", "upper", "base", "shown", "reason"):
            b.number(where, "evening." + k, f[k], e[k])

    codes = [g["group_id"] for g in groups]
    same("equipment total", codes, theirs["total"])
    evening("equipment total", np.ones(sv.n, bool), theirs["evening"])
    W = theirs["walkingKilometres"]
    near = [g["group_id"] for g in groups if g["site_distance_km"] and float(g["site_distance_km"]) <= W]
    same("equipment nearSites", near, theirs["nearSites"])
    left = [c for c in codes if c not in near]
    so_far = []
    expected = lambda c: by_code[c]["N"] * share[used[c]]["value"]
    for i, e in enumerate(theirs["points"]):
        best = None
        for c in codes:
            hit = [d for d in left if kilometres(by_code[c], by_code[d]) <= W]
            gain = sum((by_code[d]["N"] if POINTS == "all" else expected(d)) for d in hit)
            if best is None or gain > best[0]:
                best = (gain, c, hit)
        where = f"equipment point{i + 1}"
        b.number(where, "group", best[1], e["group"])
        b.number(where, "reached", " ".join(sorted(best[2])), " ".join(sorted(e["reached"])))
        hit = best[2]
        so_far += hit
        left = [c for c in left if c not in hit]
        same(where + " lacking", hit, e["lacking"])
        same(where + " lackingSoFar", so_far, e["lackingSoFar"])
        evening(where, np.isin(sv.group, [codes.index(c) for c in hit]), e["evening"])
    b.show()


POINTS = "lacking"


def compare_official(summary, path):
    theirs = summary["official"]
    b = Block("official")
    if theirs is None:
        return
    rows = {r["month"]: r for r in csv.DictReader(open(path, encoding="utf-8-sig"))}
    x = sum(int(rows[m]["online"]) for m in theirs["period"] if m in rows)
    n = sum(int(rows[m]["dossiers"]) for m in theirs["period"] if m in rows)
    b.number("official", "online", x, theirs["online"])
    b.number("official", "dossiers", n, theirs["dossiers"])
    b.number("official", "rate", x / n, theirs["rate"])
    s = theirs["survey"]
    b.number("official", "againstInterval", "below" if x / n < s["lower"] else "above" if x / n > s["upper"] else "inside",
             theirs["againstInterval"])
    b.show()


def reml(t, D_, X):
    """A by REML, or 0: the root of the slope of its criterion."""
    def slope(A):
        w = 1 / (A + D_)
        XtW = X.T * w
        M = np.linalg.inv(XtW @ X)
        P = np.diag(w) - XtW.T @ M @ XtW
        Pt = P @ t
        return float(Pt @ Pt - np.trace(P))
    if slope(0.0) <= 0:
        return 0.0
    high = 1e-4
    while slope(high) > 0:
        high *= 2
    return optimize.brentq(slope, 0.0, high, xtol=1e-18, rtol=1e-15)


def cut_mean(A, se):
    """Mean of N(A, se²) cut off at 0."""
    return A + se * stats.norm.pdf(A / se) / stats.norm.cdf(A / se)


def fay_herriot(p, D_, X, has):
    """θ and its MSE of every row of X: EBLUP where `has`, else synthetic."""
    n = 1 / (4 * D_[has])
    theta_of = lambda c: np.arcsin(np.sqrt((p[has] * n + c) / (n + 2 * c)))
    D_, own = D_[has], X[has]
    A = reml(theta_of(3 / 8), D_, own)
    t = theta_of(0.18)
    w = 1 / (A + D_)
    beta = np.linalg.solve((own.T * w) @ own, (own.T * w) @ t)
    VA = 2 / (w * w).sum()
    mean = cut_mean(A, math.sqrt(VA))
    M = np.linalg.inv((own.T / (mean + D_)) @ own)
    xvx = np.einsum("ij,jk,ik->i", X, M, X)
    theta, mse = X @ beta, mean + xvx
    gamma = A / (A + D_)
    theta[has] = gamma * t + (1 - gamma) * theta[has]
    mse[has] = np.minimum((1 - gamma) ** 2 * mean + gamma ** 2 * D_ + (1 - gamma) ** 2 * xvx[has]
                          + 2 * D_ ** 2 * (A + D_) ** -3 * VA, mean + xvx[has])
    return theta, mse


def back(theta, mse):
    """E[sin²θ]."""
    return (1 - np.cos(2 * theta) * np.exp(-2 * mse)) / 2


def within(p, n, expected, of_ward, has):
    """The variance, on the scale of theta, of groups within former wards."""
    h = 1 - n / np.bincount(of_ward, np.where(has, n, 0))[of_ward]
    q = expected * (1 - expected)
    use = has & (q > 0)
    slope = (h * np.maximum(0, n - 1))[use].sum()
    rho = max(0.0, (n * (p - expected) ** 2 / np.where(q > 0, q, 1) - h)[use].sum() / slope)
    se = math.sqrt((h * (2 + (1 - 6 * q) / (n * np.where(q > 0, q, 1))))[use].sum()) / slope
    return (rho + se * stats.norm.pdf(rho / se) / stats.norm.cdf(rho / se)) / 4


def compare_models(sv, summary):
    """Small areas: groups (`level: area`) and former wards (`level: region`)."""
    theirs = {(e["indicator"], e["domainCode"]): e for e in summary["estimates"] if e["modelled"]}
    table, G = indicators(sv), len(sv.groups)
    wards = sorted({g["former_ward"] for g in sv.groups})
    W = len(wards)
    of_ward = np.array([wards.index(g["former_ward"]) for g in sv.groups])
    X = np.array([[1, float(g["people_60_plus_share"]), float(g["site_distance_km"])] + [float(g["former_ward"] == w) for w in wards[1:]]
                  for g in sv.groups])
    f = np.where(sv.nh > 0, sv.nh / sv.Nh, 0)
    b = Block("models")
    z = stats.norm.ppf(0.975)
    logit = lambda q: math.log(q / (1 - q))
    moved = lambda q, d: np.array([0.0 if x <= 0 else 1.0 if x >= 1 else 1 / (1 + math.exp(-math.log(x / (1 - x)) - e))
                                   for x, e in zip(q, np.broadcast_to(d, len(q)))])
    FIRST = ["barrier" + s for s in STEPS] + ["noBarrier"]
    names = [m["indicator"] for m in summary["models"]]
    made = {}
    for name in names + (["noBarrier"] if all(x in names for x in FIRST[:5]) else []):
        formula, y = table[name]
        p, v, n = np.zeros(G), np.zeros(G), np.zeros(G)
        for i in range(G):
            mask = sv.group == i
            answered = mask & (~np.isnan(y) if y is not None else sv.both & (sv.total > 0))
            r = estimate(sv, formula, mask) if answered.any() else None
            if r is not None:
                p[i], v[i], n[i] = r.v, variance(sv, r.s, answered, members(sv, name, mask) | answered), answered.sum()
        has = n > 0
        pq = p * (1 - p)
        good = has & (pq > 1e-12)
        effect = np.where(good, v / np.where(good, (1 - f) * pq / np.maximum(n, 1), 1), 0)
        pooled = (np.bincount(of_ward, effect * n * good, W) / np.bincount(of_ward, n * good, W))[of_ward]
        D_ = pooled * (1 - f) / (4 * np.maximum(n, 1))
        level = "region" if min((n * p).sum(), (n * (1 - p)).sum()) < 2 * has.sum() else "area"
        if level == "area":
            theta, mse = fay_herriot(p, D_, X, has)
            share, root = back(theta, mse), np.sqrt(mse)
        else:   # a former ward's share is the mean of its groups' shares by their answers; all its groups have it.
            by = lambda x: np.bincount(of_ward, np.where(has, x, 0), W)
            P, D_ward = by(n * p) / by(n), by(n * n * D_) / by(n) ** 2
            theta, mse = fay_herriot(P, D_ward, np.ones((W, 1)), by(n) > 0)
            share, theta = back(theta, mse)[of_ward], theta[of_ward]
            root = np.sqrt(mse[of_ward] + within(p, 1 / (4 * np.where(has, D_, 1)), share, of_ward, has))
        base = n if y is not None else np.bincount(sv.group, np.where(sv.both, sv.total, 0), G)
        weight = sv.Nh * np.where(sv.nh > 0, base / np.maximum(sv.nh, 1), base.sum() / sv.nh.sum())
        ward = estimate(sv, formula, np.ones(sv.n, bool)).v
        over = lambda d: float((weight * moved(share, d)).sum() / weight.sum()) - ward
        d = optimize.brentq(over, -5, 5, xtol=1e-15)
        low, high = (moved(np.sin(np.clip(theta + s * z * root, 0, math.pi / 2)) ** 2, d) for s in (-1, 1))
        made[name] = dict(level=level, has=has, root=root, value=moved(share, d), lower=low, upper=high, shift=-over(0.0), ward=ward, weight=weight)
    if "noBarrier" in made:   # raked: each group to one, each barrier to the ward's
        x = np.array([made[k]["value"] for k in FIRST]).T
        weight = np.array([made[k]["weight"] for k in FIRST]).T
        target = np.array([made[k]["ward"] for k in FIRST]) * weight.sum(0)
        for _ in range(1000):
            before = x
            x = x * target / (weight * x).sum(0)
            x = x / x.sum(1, keepdims=True)
            if np.abs(x - before).max() < 1e-15:
                break
        for k, value in zip(FIRST, x.T):
            m = made[k]
            d = np.array([0.0 if min(q, r) <= 0 or max(q, r) >= 1 else logit(q) - logit(r) for q, r in zip(value, m["value"])])
            m.update(value=value, lower=moved(m["lower"], d), upper=moved(m["upper"], d))
    for m in summary["models"]:
        name, mine = m["indicator"], made[m["indicator"]]
        b.number(name, "level", mine["level"], m["level"])
        b.number(name, "shift", mine["shift"], m["shift"])
        for i, g in enumerate(sv.groups):
            e = theirs.get((name, g["group_id"]))
            if e is None:
                continue
            root, value = mine["root"][i], mine["value"][i]
            shown = bool(root <= 0.075)
            where = name + " " + g["group_id"]
            b.number(where, "shown", shown, e["shown"])
            for field, x in (("value", value), ("standardError", 2 * math.sqrt(value * (1 - value)) * root),
                             ("lower", mine["lower"][i]), ("upper", mine["upper"][i])):
                b.number(where, field, float(x) if shown else None, e[field])
            b.number(where, "needsReview", shown and bool(root > 0.05), e["needsReview"])
            basis = "pooled" if mine["level"] == "region" else "combined" if mine["has"][i] else "synthetic"
            b.number(where, "basis", basis, e["basis"])
    b.show()


def main():
    report, month, groups_file = sys.argv[1:4]
    groups = read_groups(groups_file)
    rows, told = read_survey(month, groups)
    sv = Survey(rows, groups)
    summary = json.load(open(report + "/summary.json"))
    b = Block("input")
    rejected = told["fieldCount"] + told["unknownGroup"] + told["duplicateHousehold"]
    for k, v in {"read": told["accepted"] + rejected + told["blank"] + told["totalsRows"], "accepted": told["accepted"],
                 "rejected": rejected, "blank": told["blank"], "totalsRows": told["totalsRows"]}.items():
        b.number("input", k, v, summary["input"][k])
    d = summary["design"]
    for k, v in {"strata": int((sv.nh > 0).sum()), "psus": sv.n, "degreesOfFreedom": sv.n - int((sv.nh > 0).sum())}.items():
        b.number("design", k, v, d[k])
    b.show()
    mine = compare_estimates(sv, summary)
    compare_cascade(summary)
    compare_savings(sv, summary, mine)
    compare_equipment(sv, summary)
    compare_models(sv, summary)
    compare_official(summary, groups_file.replace("groups.csv", "official.csv"))


if __name__ == "__main__":
    main()
