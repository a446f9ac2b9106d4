"""SymPy over labelled pairs: one line [answer, ms] out for each line in. Parsing is not in the time."""
import json
import sys
import time

from sympy import Eq, S, Symbol, simplify, solveset, sympify

NAMES = {letter: Symbol(letter, real=True) for letter in 'abcdfghijklmnopqrstuvwxyz'}


def parsed(text):
    return sympify(text, locals=NAMES)


def relation(text):
    for sign in ('<=', '>=', '=', '<', '>'):
        if sign in text:
            left, right = (parsed(side) for side in text.split(sign, 1))
            return Eq(left, right) if sign == '=' else sympify(f'a {sign} b', locals=NAMES).subs({NAMES['a']: left, NAMES['b']: right})
    return parsed(text)


def decide(kind, a, b):
    if kind == 'expr':
        return simplify(a - b) == 0 or a.equals(b)
    letters = sorted(a.free_symbols | b.free_symbols, key=str)
    if len(letters) == 1:
        return solveset(a, letters[0], S.Reals) == solveset(b, letters[0], S.Reals)
    if kind == 'equation':
        return simplify((a.lhs - a.rhs) / (b.lhs - b.rhs)).is_number
    return None


for line in sys.stdin:
    row = json.loads(line)
    answer, spent = None, 0.0
    try:
        left, right = relation(row['a']), relation(row['b'])
        start = time.perf_counter()
        answer = decide(row['kind'], left, right)
        spent = (time.perf_counter() - start) * 1000
    except Exception:
        answer = None
    print(json.dumps([None if answer is None else bool(answer), spent]), flush=True)
