import type { Content, ContentEntry } from "../press/content";
import { paragraphs } from "./items";

const sentence = (at: number) =>
  `第${at}项工作由市政协办公室牵头，各专门委员会分工负责，县区政协配合推进，年内要见到实效，有关情况按月通报。`;

/** An issue of several pages as it would have been signed, of an office that there is not. */
export function pastContentSample(): Content {
  const story = (at: number): ContentEntry => ({
    ...{ id: `00000000-0000-4000-8000-00000000000${at}`, kind: "story", office: "", date: null, place: "" },
    headline: [`市政协召开第${at}次专题协商会`],
    blocks: paragraphs(
      ...["5月6日上午，", "会议指出，", "会议强调，"].map((lead, each) => `${lead}${sentence(each + at).repeat(4)}`),
    ),
  });
  const brief = (at: number): ContentEntry => ({
    ...{ id: `00000000-0000-4000-8000-00000000001${at}`, kind: "brief", office: "", date: `2026-05-0${at}`, place: "" },
    headline: [],
    blocks: paragraphs(`5月${at}日，市政协副主席周原到青禾区调研，${sentence(at)}`),
  });
  return {
    ...{ publication: "工作周报", region: "云川市", issuer: "云川市政协办公室", marking: "internal", layout: "weekly" },
    ...{ series: "regular", year: 2026, number: 18, total: null, date: "2026-05-11", editorNote: "" },
    sections: [
      { title: "重要会议", style: "story", entries: [1, 2, 3].map(story) },
      { title: "领导活动", style: "brief", entries: [4, 5, 6].map(brief) },
    ],
    lists: [
      { label: "报", addressees: ["市委各常委", "市政协主席、副主席"].map(labelled) },
      { label: "送", addressees: ["市委办公室", "各县区政协"].map(labelled) },
    ],
    imprint: { editors: "周若兰", reviewers: "何敏", signer: "", phone: "0000-1234567", email: "", copies: 60 },
  };
}

const labelled = (label: string) => ({ label, accountIds: [], officeIds: [] });
