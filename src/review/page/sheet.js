// The page as printed, with the boxes of tables and cells over it. Boxes are in points of the page; the picture tells how many of its dots a point is.
import { address } from "./ask.js";
import { h } from "./dom.js";
import { cell_key } from "./figure_index.js";
import { t } from "./words.js";

const DPI = 110;

function box_style(element, [x0, y0, x1, y1], width, height) {
  element.style.left = (100 * x0) / width + "%";
  element.style.top = (100 * y0) / height + "%";
  element.style.width = (100 * (x1 - x0)) / width + "%";
  element.style.height = (100 * (y1 - y0)) / height + "%";
}

const picture_address = (head, number) => address("page.png", { id: head.document_id, page: number, v: head.source.sha256 });

// Has the desk draw the page while the document is still being read: its picture is there then when it is asked for by its name, which only the document
// tells. The id tells the format; where it does not, nothing is lost.
export function draw_ahead(id, number) {
  if (/-pdf-[0-9a-f]+$/.test(id)) fetch(address("page.png", { id, page: number })).then((answer) => answer.blob()).catch(() => null);
}

// The picture takes longest: it is asked for while the page's text is still on its way, and then stands in the browser's store.
export function begin_picture(head, number) { new Image().src = picture_address(head, number); }

// `failed`: called where the page cannot be drawn.
export function sheet(head, part, index, failing, chosen, failed) {
  const picture = h("img", { alt: t("page_picture", { n: part.part }), src: picture_address(head, part.part) });
  const element = h("div", { class: "sheet" }, picture);
  picture.addEventListener("error", async () => {
    const response = await fetch(picture.src);
    failed((await response.json().catch(() => ({}))).message ?? response.statusText);
  });
  picture.addEventListener("load", () => {
    const width = (picture.naturalWidth * 72) / DPI, height = (picture.naturalHeight * 72) / DPI;
    for (const table of part.tables) {
      if (table.bbox && table.page === part.part) {
        const box = h("div", { class: "box table", "aria-hidden": "true" });
        box_style(box, table.bbox, width, height);
        element.append(box);
      }
      for (const cell of table.cells) {
        if (!cell.bbox || cell.page !== part.part) continue;
        const figures = index.at(table.table_id, cell.row, cell.column);
        const key = cell_key(table.table_id, cell.row, cell.column);
        const words = (cell.corrected ?? cell.repaired ?? cell.text) || t("cell");
        const button = h("button", { type: "button", "aria-label": words, title: words, tabindex: figures.length > 0 ? "0" : "-1", data: { key },
          class: "box cell" + (figures.length > 0 ? " figure" : "") + (failing.has(key) ? " failing" : ""), onclick: () => chosen(table.table_id, cell, figures) });
        box_style(button, cell.bbox, width, height);
        element.append(button);
      }
    }
    element.dispatchEvent(new CustomEvent("drawn"));
  });
  return element;
}
