// A workbook as Excel reads it, made here: an archive that stores its files as they are, and sheets of texts alone.
const CRC = Uint32Array.from({ length: 256 }, (_, n) => {
  for (let bit = 0; bit < 8; bit += 1) n = n & 1 ? (n >>> 1) ^ 0xedb88320 : n >>> 1;
  return n;
});
const crc32 = bytes => ~bytes.reduce((crc, byte) => CRC[(crc ^ byte) & 255] ^ (crc >>> 8), -1) >>> 0;

// Numbers of 2 or 4 bytes, the lowest first.
function fields(...pairs) {
  const bytes = new Uint8Array(pairs.reduce((sum, [, size]) => sum + size, 0)), view = new DataView(bytes.buffer);
  let at = 0;
  for (const [value, size] of pairs) {
    if (size === 2) view.setUint16(at, value, true); else view.setUint32(at, value, true);
    at += size;
  }
  return bytes;
}

// The day is the first one that an archive can name: the same review is the same bytes.
function archive(files) {
  const parts = [], listed = [], day = [[0, 2], [0x21, 2]], utf8 = 0x800;
  let offset = 0;
  for (const [name, text] of files) {
    const path = new TextEncoder().encode(name), data = new TextEncoder().encode(text);
    const about = [[20, 2], [utf8, 2], [0, 2], ...day, [crc32(data), 4], [data.length, 4], [data.length, 4], [path.length, 2]];
    const here = [fields([0x04034b50, 4], ...about, [0, 2]), path, data];
    listed.push(fields([0x02014b50, 4], [20, 2], ...about, [0, 2], [0, 2], [0, 2], [0, 2], [0, 4], [offset, 4]), path);
    parts.push(...here);
    offset += here.reduce((sum, part) => sum + part.length, 0);
  }
  const size = listed.reduce((sum, part) => sum + part.length, 0), count = [files.length, 2];
  return [...parts, ...listed, fields([0x06054b50, 4], [0, 2], [0, 2], count, count, [size, 4], [offset, 4], [0, 2])];
}

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml";
const escaped = text => text.replace(/[&<>"]/g, sign => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" })[sign]);

// Styles: 0 as is, 1 a text that stays one, 2 a head, 3 the head of a column to fill in.
const STYLES = `${XML}<styleSheet xmlns="${MAIN}"><fonts count="3"><font><sz val="11"/><name val="Arial"/></font>
<font><b/><sz val="11"/><name val="Arial"/></font><font><b/><i/><sz val="11"/><color rgb="FF0F6B6B"/><name val="Arial"/></font></fonts>
<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>
<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>
<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>
<cellXfs count="4">${[0, 0, 1, 2].map((font, n) => `<xf numFmtId="${n === 1 ? 49 : 0}" fontId="${font}" fillId="0" borderId="0" ` +
  `xfId="0"${n === 1 ? ' quotePrefix="1"' : ""} applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>`).join("")}</cellXfs>
<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`;

function letters(number) {
  return number < 26 ? String.fromCharCode(65 + number) : letters(Math.floor(number / 26) - 1) + letters(number % 26);
}

// A sheet of { rows: [{ texts, styles, hidden }], columns: [{ width, hidden }], frozen: rows that stay in sight }.
function sheetXml({ rows, columns = [], frozen = 0 }) {
  const cell = (text, at, row, style) => text === "" ? "" :
    `<c r="${letters(at)}${row}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${escaped(text)}</t></is></c>`;
  const lines = rows.map(({ texts, styles = [], hidden }, n) => `<row r="${n + 1}"${hidden ? ' hidden="1"' : ""}>` +
    texts.map((text, at) => cell(text, at, n + 1, styles[at] ?? 1)).join("") + "</row>");
  const pane = frozen ? `<pane ySplit="${frozen}" topLeftCell="A${frozen + 1}" activePane="bottomLeft" state="frozen"/>` : "";
  const widths = columns.map(({ width, hidden }, n) =>
    `<col min="${n + 1}" max="${n + 1}" width="${width}" customWidth="1"${hidden ? ' hidden="1"' : ""}/>`).join("");
  return `${XML}<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0">${pane}</sheetView></sheetViews>` +
    `${widths && `<cols>${widths}</cols>`}<sheetData>${lines.join("")}</sheetData></worksheet>`;
}

// A workbook of sheets, each { name, hidden } besides what `sheetXml` takes, as a Blob.
function workbook(sheets) {
  const each = make => sheets.map((sheet, n) => make(sheet, n + 1)).join("");
  const part = (name, type) => `<Override PartName="/xl/${name}.xml" ContentType="${TYPE}.${type}+xml"/>`;
  const related = (id, kind, target) => `<Relationship Id="rId${id}" Type="${OFFICE}/${kind}" Target="${target}"/>`;
  const relationships = inner => `${XML}<Relationships xmlns="${PACKAGE}/relationships">${inner}</Relationships>`;
  const files = [
    ["[Content_Types].xml", `${XML}<Types xmlns="${PACKAGE}/content-types">` +
      '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
      '<Default Extension="xml" ContentType="application/xml"/>' + part("workbook", "sheet.main") + part("styles", "styles") +
      each((_, n) => part(`worksheets/sheet${n}`, "worksheet")) + "</Types>"],
    ["_rels/.rels", relationships(related(1, "officeDocument", "xl/workbook.xml"))],
    ["xl/workbook.xml", `${XML}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>` + each(({ name, hidden }, n) =>
      `<sheet name="${escaped(name)}" sheetId="${n}"${hidden ? ' state="hidden"' : ""} r:id="rId${n}"/>`) + "</sheets></workbook>"],
    ["xl/_rels/workbook.xml.rels", relationships(each((_, n) => related(n, "worksheet", `worksheets/sheet${n}.xml`)) +
      related(sheets.length + 1, "styles", "styles.xml"))],
    ["xl/styles.xml", STYLES],
    ...sheets.map((sheet, n) => [`xl/worksheets/sheet${n + 1}.xml`, sheetXml(sheet)]),
  ];
  return new Blob(archive(files), { type: `${TYPE}.sheet` });
}
