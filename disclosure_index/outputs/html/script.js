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
