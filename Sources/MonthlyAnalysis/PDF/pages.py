"""Turns HTML files into PDF with WeasyPrint: a job as JSON in the file named, page counts as JSON on standard output.

{"lists": [{"key": …, "html": …}], "pdf": …}       all lists after one another in one file; answers {"pages": {key: n}}
{"index": html, "first": {key: page after the index}, "pdf": …}      ⟦key⟧ becomes its page number
{"stamps": n, "label": …, "pdf": …}       n empty pages with their numbers at the head, to be laid over a booklet
Nothing outside the given files is ever loaded.
"""
import json
import re
import sys

from weasyprint import CSS, HTML
from weasyprint.text.fonts import FontConfiguration

fonts = FontConfiguration()


def refuse(url, *_):
    raise ValueError("no outside resource")


def rules(style, wanted):
    """Rules of a style sheet at its top level that `wanted` keeps, as text."""
    return "".join(rule for rule in re.findall(r"[^{}]+\{[^{}]*\}", style) if wanted(rule.strip()))


def drawn(text, style):
    """The page with its charts' own rules inside each chart, colours resolved: WeasyPrint takes no others there."""
    if "<svg" not in text:
        return text
    colours = {}
    for root in re.findall(r":root\s*\{(.*?)\}", style, re.S):
        # The last one is that of print.
        colours.update(re.findall(r"--([\w-]+):\s*([^;]+)", root))
    own = rules(style.split("@media")[0], lambda rule: rule.startswith("svg "))
    own = re.sub(r"var\(--([\w-]+)\)", lambda name: colours.get(name.group(1), "#000"), own)
    own = own.replace("font-family: inherit", "font-family: DejaVu Sans, sans-serif")
    return re.sub(r"(<svg[^>]*>)", lambda tag: tag.group(1) + "<style>" + own + "</style>", text)


# The title at the head of every page: a sheet that got loose says whose it is.
HEAD = "h1 { string-set: title content() } @page { @top-left { content: string(title); font-size: 8pt } }"
sheets = {}


def sheet(style):
    """A page's style sheet, read once however many pages have it."""
    if style not in sheets:
        sheets[style] = CSS(string=style + HEAD, media_type="print", url_fetcher=refuse, font_config=fonts)
    return sheets[style]


def render(text):
    found = re.search(r"<style>(.*?)</style>\n?", text, re.S)
    style = found.group(1) if found else ""
    body = text[: found.start()] + text[found.end() :] if found else text
    page = HTML(string=drawn(body, style), url_fetcher=refuse, media_type="print")
    return page.render(stylesheets=[sheet(style)], font_config=fonts)


def read(path):
    with open(path, encoding="utf-8") as file:
        return file.read()


job = json.loads(read(sys.argv[1]))
answer = {}
if "lists" in job:
    documents = [render(read(entry["html"])) for entry in job["lists"]]
    answer["pages"] = {entry["key"]: len(made.pages) for entry, made in zip(job["lists"], documents)}
    pages = [page for made in documents for page in made.pages]
    documents[0].copy(pages).write_pdf(job["pdf"])
elif "stamps" in job:
    label = re.sub(r'["\\\\<>]', "", job["label"])
    style = (
        "@page { size: A4; margin: 14mm 12mm 16mm; @top-right { font-size: 8pt; font-weight: bold; "
        f'content: "{label} " counter(page) " / " counter(pages) }} }} p {{ margin: 0 }} p + p {{ break-before: page }}'
    )
    made = HTML(string="<p></p>" * job["stamps"], url_fetcher=refuse, media_type="print").render(
        stylesheets=[CSS(string=style, url_fetcher=refuse, font_config=fonts)], font_config=fonts
    )
    made.write_pdf(job["pdf"])
    answer["pages"] = {"stamps": len(made.pages)}
else:
    text = read(job["index"])
    own = len(render(text).pages)
    for key, first in job["first"].items():
        text = text.replace("\u27e6" + key + "\u27e7", str(own + first))
    made = render(text)
    made.write_pdf(job["pdf"])
    answer["pages"] = {"index": len(made.pages)}
json.dump(answer, sys.stdout)
