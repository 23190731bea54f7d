// Search and filters. Neither "less than" nor an ampersand stands here: so the page is well-formed XML, too.
"use strict";
const bar = document.querySelector(".bar");
const search = bar.querySelector("input");
const selects = [...bar.querySelectorAll("select")];
const output = bar.querySelector("output");
const plain = text => text.normalize("NFKC").toLowerCase();
const rows = [...document.querySelectorAll("tbody tr")].map(tr => ({ tr, text: plain(tr.textContent) }));
const total = rows.filter(({ tr }) => !tr.matches(".chapter")).length;

function fits({ tr, text }, words) {
  if (!words.every(word => text.includes(word))) return false;
  return selects.every(({ name, value }) => !value || (tr.dataset[name] || "").split("|").includes(value));
}

function show() {
  const words = plain(search.value).split(/\s+/).filter(Boolean);
  const chosen = selects.filter(select => select.value);
  let shown = 0;
  for (const row of rows) {
    row.tr.hidden = !fits(row, words);
    if (!row.tr.hidden) if (!row.tr.matches(".chapter")) shown += 1;
  }
  for (const section of document.querySelectorAll("section")) arrange(section);
  const said = chosen.map(s => s.dataset.label + s.selectedOptions[0].text);
  if (words.length) said.push("“" + search.value.trim() + "”");
  output.textContent = [output.dataset.said.replace("{shown}", shown).replace("{all}", total), ...said].join(" · ");
  bar.classList.toggle("active", said.length > 0);
  remember(said.length > 0);
}

// A chapter stays above what is shown of it; what is said once for several rows is said in the first one shown.
function arrange(section) {
  let chapter = null, above = "";
  for (const tr of section.querySelectorAll("tbody tr")) {
    if (tr.matches(".chapter")) chapter = tr;
    if (tr.hidden) continue;
    if (chapter) chapter.hidden = false;
    const first = tr.cells[0];
    if (first.matches(".same")) first.classList.toggle("shown", first.textContent !== above);
    above = first.textContent;
  }
  section.hidden = !section.querySelector("tbody tr:not([hidden])");
}

function remember(active) {
  const state = new URLSearchParams();
  if (search.value.trim()) state.set("q", search.value.trim());
  for (const { name, value } of selects) if (value) state.set(name, value);
  if (active) history.replaceState(null, "", "#?" + state);
  else if (location.hash.startsWith("#?")) history.replaceState(null, "", location.pathname + location.search);
}

function recall() {
  if (!location.hash.startsWith("#?")) return;
  const state = new URLSearchParams(location.hash.slice(2));
  search.value = state.get("q") || "";
  for (const select of selects) select.value = state.get(select.name) || "";
}

function clear() {
  search.value = "";
  for (const select of selects) select.value = "";
  show();
}

// A head sorts its table by its column: upwards, downwards, and back to the order of the report. Codes are ordered as
// people read them: 305-2 before 305-10. Chapters are of the report's own order alone.
function sortable(table) {
  const body = table.tBodies[0], own = [...body.rows];
  for (const th of table.tHead.rows[0].cells) {
    const button = document.createElement("button");
    button.type = "button";
    button.append(...th.childNodes);
    th.append(button);
    button.addEventListener("click", () => {
      const next = { ascending: "descending", descending: "none" }[th.getAttribute("aria-sort")] || "ascending";
      for (const other of table.tHead.rows[0].cells) other.removeAttribute("aria-sort");
      if (next !== "none") th.setAttribute("aria-sort", next);
      const by = row => row.cells[Math.min(th.cellIndex, row.cells.length - 1)].textContent.trim();
      const order = new Intl.Collator(document.documentElement.lang, { numeric: true });
      const sorted = next === "none" ? own : own.map(row => ({ row, key: by(row) })).sort((a, b) => {
        const empty = (a.key === "") - (b.key === "");
        return empty || order.compare(a.key, b.key) * (next === "ascending" ? 1 : -1);
      }).map(({ row }) => row);
      table.classList.toggle("sorted", next !== "none");
      body.append(...sorted);
      show();
    });
  }
}

// Where a row is a card, each of its cells says under which head it stands.
const narrow = matchMedia("(max-width: 1000px)");
function label() {
  if (!narrow.matches) return;
  for (const table of document.querySelectorAll("table:not(.cards)")) {
    table.classList.add("cards");
    const heads = [...table.tHead.rows[0].cells].map(th => th.innerText.trim());
    for (const row of table.tBodies[0].rows) {
      if (row.cells.length === heads.length) for (const td of row.cells) td.dataset.head = heads[td.cellIndex];
    }
  }
}

for (const table of document.querySelectorAll("table")) sortable(table);
label();
narrow.addEventListener("change", label);
bar.hidden = false;
new ResizeObserver(() => document.documentElement.style.setProperty("--bar", bar.offsetHeight + "px")).observe(bar);
for (const kind of ["input", "change"]) bar.addEventListener(kind, show);
bar.querySelector("button").addEventListener("click", () => { clear(); search.focus(); });
window.addEventListener("hashchange", () => { recall(); show(); });
document.addEventListener("keydown", event => {
  if (event.key === "/") if (!event.target.matches("input, select")) { event.preventDefault(); search.focus(); }
  if (event.key === "Escape") clear();
});
recall();
show();
