import { randomUUID } from "node:crypto";
import { paragraphs } from "@/bulletin/testing/items";
import { idOf, officialNames } from "../archive/house";
import { type Draw, drawFrom, vocabulary } from "../archive/words";
import { actCall, pageCall } from "../town/acts";
import type { Asking } from "./arrivals";

export type Crowd = {
  web: string;
  /** Cookies of those who are signed in. */
  readers: string[];
  writers: string[];
  /** Issues that all these readers have. */
  issueIds: string[];
};

/** Of a hundred requests: half read, a fifth list, a tenth search, and the rest write. */
const shares = { 阅读: 50, 列表: 20, 查找: 10, 保存: 15, 报送: 5 } as const;

/** What people do, in the shares of a working day, the same sequence each time. */
export function mixOf(crowd: Crowd): () => Asking {
  const draw = drawFrom(6);
  const drafts = new Map<string, { id: string; version: number }>();
  return () => {
    let mark = draw() * 100;
    for (const [kind, share] of Object.entries(shares)) {
      mark -= share;
      if (mark < 0) return { kind, ...asking[kind as keyof typeof shares](crowd, draw, drafts) };
    }
    return { kind: "阅读", ...asking.阅读(crowd, draw, drafts) };
  };
}

type Drafts = Map<string, { id: string; version: number }>;
type Make = (crowd: Crowd, draw: Draw, drafts: Drafts) => Omit<Asking, "kind">;

const one = <T>(all: T[], draw: Draw): T => all[Math.floor(draw() * all.length)] as T;

const asking: Record<keyof typeof shares, Make> = {
  阅读: ({ readers, issueIds }, draw) => {
    const id = one(issueIds, draw);
    return { cookie: one(readers, draw), make: () => pageCall(`/reading/${id}`) };
  },
  列表: ({ readers, writers }, draw) =>
    draw() < 0.5
      ? { cookie: one(readers, draw), make: () => pageCall("/reading") }
      : { cookie: one(writers, draw), make: () => pageCall("/items") },
  查找: ({ readers }, draw) => {
    const q = draw() < 0.2 ? one(officialNames, draw) : one(vocabulary.slice(0, 500), draw);
    return { cookie: one(readers, draw), make: () => pageCall(`/search?q=${encodeURIComponent(q)}`) };
  },
  // Each save is of a draft of its own: two at once on one would be refused, as they should be.
  保存: ({ web, writers }, draw, drafts) => {
    const cookie = one(writers, draw);
    const id = randomUUID();
    if (drafts.size < 2_000) drafts.set(cookie, { id, version: 1 });
    return {
      cookie,
      make: () => actCall(web, "/items/new", "saveDraftAction", { id, version: 0, draft: draftOf(draw) }),
    };
  },
  // What was saved is sent; where nothing is there to be sent yet, a draft is saved.
  报送: (crowd, draw, drafts) => {
    for (const [cookie, seen] of drafts) {
      drafts.delete(cookie);
      return { cookie, make: () => actCall(crowd.web, `/items/${seen.id}`, "submitAction", seen) };
    }
    return asking.保存(crowd, draw, drafts);
  },
};

function draftOf(draw: Draw) {
  const words = () => one(vocabulary, draw);
  return {
    ...{ kind: "story", headline: [`${words()}${words()}${words()}`], place: "", note: "", officialIds: [] },
    ...{
      publicationId: idOf("publication", 0),
      sectionId: idOf("section", 0),
      date: new Date().toISOString().slice(0, 10),
    },
    blocks: paragraphs(...Array.from({ length: 4 }, () => Array.from({ length: 40 }, words).join(""))),
  };
}
