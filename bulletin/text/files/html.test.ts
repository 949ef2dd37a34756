import { describe, expect, it } from "vitest";
import { blocksOfHtml } from "./html";
import { markedText } from "./marked";

const text = (...all: string[]) => all.map((each) => ({ type: "paragraph", runs: [{ text: each }] }));

describe("the clipboard of Word and WPS", () => {
  it("gives its paragraphs without what is not seen: styles, comments, marks of Office", () => {
    const html = `<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><title>文档1</title>
      <style><!-- p.MsoNormal {margin:0cm} --></style><xml><w:WordDocument></w:WordDocument></xml></head>
      <body lang=ZH-CN><!--StartFragment-->
      <p class=MsoNormal style='text-indent:32.0pt'><span style='font-family:仿宋_GB2312'>　　全市春耕工作
      会议召开。</span><o:p></o:p></p>
      <p class=MsoNormal><b><span>一是抓早</span></b><span>，备足种子。</span></p>
      <p class=MsoNormal><span style='font-weight:bold'>二是抓实</span>。</p><p><o:p>&nbsp;</o:p></p>
      <!--EndFragment--></body></html>`;
    expect(blocksOfHtml(html)).toEqual([
      ...text("全市春耕工作 会议召开。"),
      { type: "paragraph", runs: [{ text: "一是抓早", bold: true }, { text: "，备足种子。" }] },
      { type: "paragraph", runs: [{ text: "二是抓实", bold: true }, { text: "。" }] },
    ]);
  });

  it("keeps tables with what spans, lists, and lines that were broken", () => {
    const html = `<table><tr><th colspan=2>单位<br>名称</th></tr><tr><td rowspan="2"><p>甲</p><p>乙</p></td><td>1</td></tr></table>
      <ol><li>第一项</li><li><p>第二项</p></li></ol><p>上行<br>下行</p>`;
    expect(blocksOfHtml(html)).toEqual([
      {
        type: "table",
        rows: [
          [{ runs: [{ text: "单位\n名称" }], header: true, colspan: 2 }],
          [{ runs: [{ text: "甲\n乙" }], rowspan: 2 }, { runs: [{ text: "1" }] }],
        ],
      },
      { type: "list", ordered: true, items: [[{ text: "第一项" }], [{ text: "第二项" }]] },
      ...text("上行\n下行"),
    ]);
  });

  it.each([
    ["a script", "<p>甲</p><script>alert('乙')</script>", ["甲"]],
    ["a picture from elsewhere", '<p>甲<img src="http://example.invalid/a.png" onerror="x()">乙</p>', ["甲乙"]],
    ["what was never closed", "<p>甲<p>乙<b>丙", ["甲", "乙丙"]],
    [
      "tables within tables",
      "<table><tr><td>甲<table><tr><td>乙</td></tr></table></td></tr></table>丙",
      ["甲", "乙", "丙"],
    ],
    ["nesting beyond all sense", `${"<div>".repeat(300_000)}甲&#20057;<script>坏</script>`, ["甲乙"]],
    ["closing what was never opened", `${"<div>".repeat(190)}${"</b>".repeat(300_000)}甲`, ["甲"]],
  ])("takes of %s the text alone", (_, html, said) => {
    const marked = markedText(blocksOfHtml(html)).replace(/[*|#\s]/g, "");
    expect(marked).toBe(said.join(""));
    expect(JSON.stringify(blocksOfHtml(html))).not.toMatch(/script|http|onerror/);
  });
});

it("goes on where the nesting was beyond all sense: headings and paragraphs behind it are as before", () => {
  const html = `${"<div>".repeat(3_000)}甲${"</div>".repeat(3_000)}<h1>乙</h1><p>丙<b>丁</b></p>`;
  expect(markedText(blocksOfHtml(html))).toBe("甲\n\n# 乙\n\n丙**丁**");
});

describe("pictures in a table", () => {
  const imageOf = (src: string) => src;

  it("stand behind it, and its words stay; one that held nothing else was their frame", () => {
    const picture = (image: string) => ({ type: "figure", image, caption: "", credit: "" });
    const html = "<table><tr><td>甲<img src=a></td><td><p>乙</p></td></tr></table><p>丙</p>";
    expect(blocksOfHtml(html, imageOf)).toEqual([
      { type: "table", rows: [[{ runs: [{ text: "甲" }] }, { runs: [{ text: "乙" }] }]] },
      picture("a"),
      ...text("丙"),
    ]);
    expect(blocksOfHtml("<table><tr><td><img src=a></td><td><img src=b></td></tr></table>丙", imageOf)).toEqual([
      ...[picture("a"), picture("b")],
      ...text("丙"),
    ]);
  });
});

describe("blocks as marked lines", () => {
  it("mark headings, bold, tables and pictures, and nothing else", () => {
    expect(
      markedText([
        { type: "heading", level: 2, runs: [{ text: "一、成效" }] },
        { type: "paragraph", runs: [{ text: "一是", bold: true }, { text: "甲" }] },
        {
          type: "table",
          rows: [
            [{ runs: [{ text: "甲|乙" }] }, { runs: [{ text: "1" }] }],
            [{ runs: [{ text: "丁" }] }, { runs: [{ text: "2" }] }],
          ],
        },
        { type: "figure", image: "k", caption: "图[1]", credit: "" },
        { type: "list", ordered: false, items: [[{ text: "丙" }]] },
      ]),
    ).toBe("## 一、成效\n\n**一是**甲\n\n| 甲｜乙 | 1 |\n| 丁 | 2 |\n\n![图1](image:k)\n\n● 丙");
  });
});
