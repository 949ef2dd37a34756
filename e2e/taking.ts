import sharp from "sharp";
import { typedRules } from "@/bulletin/testing/pointsKept";
import type { Publication } from "@/bulletin/testing/publications";
import { db } from "./builders";

/** A request that writes or asks, and what each is answered: whoever is not named, `others`, and who is not signed in. */
export type Taking = {
  /** As the folders make it (routes.ts). */
  route: string;
  to: string;
  what: { multipart: Record<string, string | File> } | { data: object } | { form: Record<string, string> };
  told: Record<string, number>;
  others: number;
  nobody: number;
  /** How many there are of what it makes; each who is answered 200 makes one. */
  made?: () => Promise<number>;
};

type File = { name: string; mimeType: string; buffer: Buffer };

/** What there is, and whose: a draft and a forward of `office`, an issue in work, one that has reached `leader`. */
type Given = { draft: string; forward: string; working: string; sent: string; weekly: Publication; picture: Buffer };

const file: File = { name: "权限说明.txt", mimeType: "text/plain", buffer: Buffer.from("会议于11月20日在云川召开。") };

/** A picture of a size of its own, by which those that were taken are told from those of other stories. */
const size = { width: 437, height: 353 };

export function ownPicture(): Promise<Buffer> {
  return sharp({ create: { ...size, channels: 3, background: "#a33a21" } })
    .jpeg()
    .toBuffer();
}

/** Everything that takes: each is sent well formed, of something that is there, so that it is the right that decides. */
export function takings({ draft, forward, working, sent, weekly, picture }: Given): Taking[] {
  const image: File = { name: "桥.jpg", mimeType: "image/jpeg", buffer: picture };
  const refused = { others: 404, nobody: 404 };
  // A form of a document that is not sent by its scripts: done it leads back, refused it says so.
  const page = { others: 422, nobody: 422 };
  const secretariat = { editor: 200, reviewer: 200, signer: 200 };
  return [
    {
      ...{ route: "/archive/import/files", to: "/archive/import/files", what: { multipart: { file } }, ...refused },
      ...{ told: { editor: 200 }, made: () => db.importedFile.count({ where: { name: file.name } }) },
    },
    {
      ...{ route: "/attachments", to: "/attachments", what: { multipart: { attachment: file, itemId: draft } } },
      ...{ ...refused, told: { office: 200 }, made: () => db.attachment.count({ where: { itemId: draft } }) },
    },
    {
      ...{ route: "/images", to: "/images", what: { multipart: { image } }, ...refused },
      ...{ told: { office: 200, office2: 200, editor: 200 }, made: () => db.image.count({ where: size }) },
    },
    {
      ...{ route: "/instructions/files", to: "/instructions/files", ...refused },
      ...{ what: { multipart: { attachment: file, forwardId: forward } } },
      ...{ told: { office: 200, lead: 200 }, made: () => db.answerFile.count({ where: { forwardId: forward } }) },
    },
    {
      ...{ route: "/issues/[id]/pages", to: `/issues/${working}/pages`, what: { data: {} }, ...refused },
      ...{ told: secretariat },
    },
    {
      ...{ route: "/items/import", to: "/items/import", what: { multipart: { file } }, ...refused },
      ...{ told: { office: 200, office2: 200 } },
    },
    {
      ...{ route: "/reading/[id]", to: `/reading/${sent}`, what: { form: { act: "acknowledge", id: sent } }, ...page },
      ...{ told: { leader: 303, signer: 303 } },
    },
    {
      ...{ route: "/reading/[id]", to: `/reading/${working}`, ...page, told: {} },
      ...{ what: { form: { act: "instruct", id: working, entryId: "", quote: "", text: "请研究。" } } },
    },
    // The language of a browser is anybody's.
    {
      ...{ route: "/session", to: "/session", what: { form: { act: "language", language: "zh-CN" } } },
      ...{ told: {}, others: 303, nobody: 303 },
    },
    {
      ...{ route: "/stats/points/rules/example", to: "/stats/points/rules/example", ...refused },
      ...{ what: { data: { rules: typedRules(weekly) } }, told: { editor: 200 } },
    },
  ];
}
