import type { SeedOfficial } from "./types";

/** The roster, in rank order. All are invented. */
export const officials: SeedOfficial[] = [
  {
    name: "顾承岳",
    office: "secretariat",
    rank: 1,
    titles: [{ title: "市政协主席", from: "2022-01-18" }],
  },
  {
    name: "沈砚秋",
    office: "secretariat",
    rank: 2,
    titles: [{ title: "市政协副主席", from: "2022-01-18" }],
  },
  {
    name: "罗启明",
    office: "secretariat",
    rank: 3,
    titles: [
      { title: "市政协秘书长", from: "2022-01-18", to: "2025-12-31" },
      { title: "市政协副主席", from: "2026-01-01" },
    ],
  },
  {
    name: "闻怀瑾",
    office: "secretariat",
    rank: 4,
    titles: [{ title: "市政协副主席", from: "2022-01-18" }],
  },
  {
    name: "祝云帆",
    office: "secretariat",
    rank: 5,
    titles: [{ title: "市政协副主席", from: "2023-02-10" }],
  },
  {
    name: "何润生",
    office: "secretariat",
    rank: 6,
    titles: [
      { title: "市政协副秘书长", from: "2022-03-01", to: "2025-12-31" },
      { title: "市政协秘书长", from: "2026-01-01" },
    ],
  },
  {
    name: "卫景和",
    office: "secretariat",
    rank: 7,
    titles: [{ title: "市政协副秘书长", from: "2024-06-01" }],
  },
  {
    name: "褚明远",
    office: "jingji",
    rank: 8,
    titles: [{ title: "市政协经济科技委员会主任", from: "2022-03-01" }],
  },
  {
    name: "乔书宁",
    office: "wenhua",
    rank: 9,
    titles: [{ title: "市政协文化文史委员会主任", from: "2023-04-12" }],
  },
  {
    name: "温静仪",
    office: "jiaoke",
    rank: 10,
    titles: [
      { title: "市政协教科卫体委员会副主任", from: "2022-03-01", to: "2024-05-31" },
      { title: "市政协教科卫体委员会主任", from: "2024-06-01" },
    ],
  },
  {
    name: "傅青原",
    office: "qinghe",
    rank: 11,
    titles: [{ title: "青禾区政协主席", from: "2021-12-20" }],
  },
  {
    name: "池敬安",
    office: "linjiang",
    rank: 12,
    titles: [{ title: "临江县政协主席", from: "2021-12-22" }],
  },
  {
    name: "郭守田",
    office: "yunling",
    rank: 13,
    titles: [{ title: "云岭县政协主席", from: "2021-12-24" }],
  },
  {
    name: "梅素英",
    office: "hefeng",
    rank: 14,
    titles: [{ title: "禾丰县政协主席", from: "2023-01-08" }],
  },
  {
    name: "颜若溪",
    office: "yunling",
    rank: 15,
    titles: [{ title: "云岭县政协副主席", from: "2021-12-24" }],
  },
];
