import { describe, expect, it } from "vitest";
import { db } from "@/lib/db";
import { onDatabase } from "../testing/database";
import { zipOf } from "../testing/files/zip";
import { drafted, submitted } from "../testing/items";
import { house } from "../testing/people";
import { attach, attachmentFor, detach } from "./attachments";

onDatabase();

const pdf = Buffer.from("%PDF-1.7\n内容");
const zip = zipOf([{ name: "word/document.xml", bytes: Buffer.from("<a/>") }]);

describe("an attachment", () => {
  it.each([
    ["方案.pdf", pdf, "application/pdf"],
    ["名单.DOCX", zip, "application/zip"],
    ["讲话.wps", Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), "application/octet-stream"],
    ["说明.txt", Buffer.from("文字"), "text/plain"],
  ])("%s is kept under its name and what its content is", async (name, bytes, type) => {
    const { writer, publication } = await house();
    const { id } = await drafted(writer, publication);
    const kept = await attachmentFor(writer, (await attach(writer, id, { name, bytes })).id);
    expect(kept).toMatchObject({ itemId: id, name, type, size: bytes.length });
    expect(Buffer.from(kept.bytes)).toEqual(Buffer.from(bytes));
  });

  it.each([
    ["方案.pdf", "", "emptyFile"],
    ["方案.pdf", "MZ\u0090 程序", "notWhatItSays"],
    ["名单.docx", "%PDF-1.7", "notWhatItSays"],
    ["程序.exe", "MZ", "attachmentKind"],
    ["网页.html", "<script>", "attachmentKind"],
    ["没有扩展名", "文字", "attachmentKind"],
    ["文字.txt", "文\u0000字", "attachmentKind"],
    ["../..", "%PDF", "attachmentKind"],
    ["文件夹/", "%PDF", "fileName"],
    [" ", "%PDF", "fileName"],
    ["方案\u202efdp.pdf", "%PDF", "fileName"],
    ["方案\u0000.pdf", "%PDF", "fileName"],
    [`${"长".repeat(120)}.pdf`, "%PDF", "fileName"],
  ])("%j with the content %j is refused", async (name, content, key) => {
    const { writer, publication } = await house();
    const { id } = await drafted(writer, publication);
    await expect(attach(writer, id, { name, bytes: Buffer.from(content) })).rejects.toMatchObject({ key });
    expect(await db.attachment.count()).toBe(0);
  });

  it("of more than 20 MB is refused, and so is the eleventh", async () => {
    const { writer, publication } = await house();
    const { id } = await drafted(writer, publication);
    const large = Buffer.alloc(20 * 1024 * 1024 + 1, "%PDF");
    await expect(attach(writer, id, { name: "大.pdf", bytes: large })).rejects.toMatchObject({ key: "fileTooLarge" });
    for (let number = 1; number <= 10; number++) await attach(writer, id, { name: `${number}.pdf`, bytes: pdf });
    await expect(attach(writer, id, { name: "11.pdf", bytes: pdf })).rejects.toMatchObject({
      key: "tooManyAttachments",
    });
  });

  it.each(["C:\\Users\\张\\方案.pdf", "../../etc/方案.pdf", "/var/tmp/方案.pdf", "目录\n/../方案.pdf"])(
    "%j loses the path in front of its name",
    async (name) => {
      const { writer, publication } = await house();
      const { id } = await drafted(writer, publication);
      expect(await attachmentFor(writer, (await attach(writer, id, { name, bytes: pdf })).id)).toMatchObject({
        name: "方案.pdf",
      });
    },
  );
});

describe("who may do what with it", () => {
  it("the office until it has sent the item; others not at all", async () => {
    const { writer, southWriter, editor, publication } = await house();
    const { id: draft } = await drafted(writer, publication);
    const file = { name: "方案.pdf", bytes: pdf };
    const { id } = await attach(writer, draft, file);
    await expect(attach(southWriter, draft, file)).rejects.toMatchObject({ key: "missing" });
    await expect(detach(southWriter, id)).rejects.toMatchObject({ key: "missing" });
    await detach(writer, id);
    const sent = await submitted(writer, publication);
    await expect(attach(writer, sent.id, file)).rejects.toMatchObject({ key: "alreadySent" });
    await expect(attach(editor, sent.id, file)).rejects.toMatchObject({ key: "forbidden" });
    expect(await db.attachment.count()).toBe(0);
  });

  it("is read by whoever sees the item", async () => {
    const { writer, southWriter, editor, reviewer, leader, publication } = await house();
    const { id: draft } = await drafted(writer, publication);
    const { id } = await attach(writer, draft, { name: "方案.pdf", bytes: pdf });
    for (const actor of [southWriter, editor, reviewer, leader])
      await expect(attachmentFor(actor, id)).rejects.toMatchObject({ key: "missing" });
    await db.item.update({ where: { id: draft }, data: { state: "submitted", submissions: 1 } });
    expect((await attachmentFor(editor, id)).name).toBe("方案.pdf");
    for (const actor of [southWriter, reviewer, leader])
      await expect(attachmentFor(actor, id)).rejects.toMatchObject({ key: "missing" });
  });
});
