import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { describeRefusal } from "../../../src/core/wording/refusals.ts";

const hosts = new URL("../../../src/hosts/", import.meta.url);
const sources = readdirSync(hosts, { recursive: true, encoding: "utf8" }).filter((path) => path.endsWith(".ts"));
const named = sources.flatMap((path) => {
  const source = readFileSync(new URL(path, hosts), "utf8");
  return [...source.matchAll(/(?:refuseAbove\(.*|"too-large", )["`](?:\$\{[a-z.]+\}: )?([a-z' ]+)(?:["`]\)| > )/g)].map(([, what = ""]) => what);
});

describe("what a file is instead", () => {
  it.each([
    ["pdf", "PDFで、Excelのブック（.xlsx）ではありません。送り主から、もとのブックを受け取ってください。"],
    ["docx", "Wordの文書で、Excelのブック（.xlsx）ではありません。送り主から、もとのブックを受け取ってください。"],
    ["empty", "ファイルが空です（0バイト）。保存し直すか、送り主から受け取り直してください。"],
    ["zip", "ブックでない圧縮ファイルです。展開して、中のExcelのブック（.xlsx）を使ってください。"],
    ["archive", "ブックでない圧縮ファイルです。展開して、中のExcelのブック（.xlsx）を使ってください。"],
    ["picture", "画像で、Excelのブック（.xlsx）ではありません。送り主から、もとのブックを受け取ってください。"],
    ["mail", "メールで、Excelのブック（.xlsx）ではありません。添付されたブックを保存して、それを使ってください。"],
    ["numbers", "Numbersの書類で、Excelのブック（.xlsx）ではありません。Numbersで「Excel」に書き出したものを使ってください。"],
    ["xls", "Excelのブック（.xlsx）ではありません（旧形式のブック .xls）。Excelで開き、「Excelブック」として保存し直してください。"],
  ])("%s: what Excel does not open is not said to be opened in it", (kind, sentence) => {
    expect(describeRefusal({ code: "not-xlsx", detail: kind }, "ja")).toBe(sentence);
    expect(/Open it in Excel/.test(describeRefusal({ code: "not-xlsx", detail: kind }, "en"))).toBe(kind === "xls");
  });

  it("a text whose name says nothing of it is told how it can be read", () => {
    expect(describeRefusal({ code: "not-xlsx", detail: "csv" }, "ja")).toBe("文字だけのファイルで、Excelのブック（.xlsx）ではありません。表であれば、名前の終わりを .csv、.tsv、.txt のどれかに変えるか、Excelで開いて「Excelブック」として保存し直してください。");
    expect(describeRefusal({ code: "not-xlsx", detail: "mht" }, "ja")).toContain("（Webページを一つにまとめたファイル .mht）");
  });

  it("a password is asked of whoever unpacks an archive, and taken away in Excel from a workbook", () => {
    expect(describeRefusal({ code: "encrypted", detail: "zip" }, "ja")).toBe("パスワード付きの圧縮ファイルです。パスワードを入れて展開し、中のExcelのブック（.xlsx）を使ってください。");
    expect(describeRefusal({ code: "encrypted", detail: "EncryptedPackage" }, "ja")).toContain("Excelで開いてパスワードを外したもの");
  });

  it("a signature is named where it is what hinders writing", () => {
    expect(describeRefusal({ code: "read-only", detail: "_xmlsignatures" }, "ja")).toMatch(/^電子署名のあるブックで.*何も変えていません。.*署名を削除した控えで試してください。$/);
    expect(describeRefusal({ code: "read-only", detail: "" }, "ja")).toContain("読み取り専用");
  });

  it("a table that a forced form does not find is told with the form's name", () => {
    expect(describeRefusal({ code: "table-missing", detail: "大阪市 区の評価シート" }, "ja")).toContain("様式「大阪市 区の評価シート」に合う評価の表が見つかりません。");
    expect(describeRefusal({ code: "table-missing", detail: "" }, "ja")).toContain("評価の表が見つかりません。見出しと番号");
  });

  it("the name of a form that was read from a sheet stands in no second pair of its own brackets", () => {
    expect(describeRefusal({ code: "other-form", detail: "「成果実績」の様式" }, "ja")).toContain("別の様式（「成果実績」の様式）で点検しているため");
  });

  it("damage is told in Japanese, with or without a sheet's name", () => {
    expect(describeRefusal({ code: "damaged", detail: "zip directory" }, "ja")).toContain("（部品の一覧）");
    expect(describeRefusal({ code: "damaged", detail: "写真: zip directory" }, "ja")).toContain("（写真: 部品の一覧）");
  });
});

describe("what a file has too much of", () => {
  it("is named in every host", () => expect(new Set(named).size).toBeGreaterThan(18));

  it.each([...new Set(named)])("in Japanese: %s", (what) => {
    const sentence = describeRefusal({ code: "too-large", detail: `xl/分.xml: ${what} > 1,000` }, "ja");
    expect(sentence).toMatch(/（xl\/分\.xmlの[^A-Za-z]+が1,000を超えています）/);
    expect(describeRefusal({ code: "too-large", detail: `${what} > 1,000` }, "en")).toContain(`(${what} > 1,000)`);
  });

  it("without a part, and what is no amount as it stands", () => {
    expect(describeRefusal({ code: "too-large", detail: "sheets > 2,000" }, "ja")).toContain("（シートが2,000を超えています）");
    expect(describeRefusal({ code: "too-large", detail: "61 MB" }, "ja")).toContain("（61 MB）");
    expect(describeRefusal({ code: "unreadable", detail: "encoding" }, "ja")).toBe("文字コードが分からないため読めません。もとの表をExcelで開き、「Excelブック」か「CSV UTF-8」として保存し直してください。");
  });
});
