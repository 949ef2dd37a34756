import fc from "fast-check";

/** An issue as data: what its recognition has to give back. All names and sentences are invented. */
export type IssueData = {
  region: string;
  publication: string;
  number: number;
  total: number;
  issuer: string;
  date: string;
  sections: { title: string; entries: EntryData[] }[];
  lists: { label: string; addressees: string[] }[];
  editors: string[];
  reviewers: string[];
  phone: string;
  email: string;
  copies: number;
};

export type EntryData = { kind: "story" | "brief"; title: string[]; paragraphs: string[] };

const places = ["青禾县", "石桥区", "临溪县", "北岭县", "南塘乡", "白石镇", "东河街道", "平湖县"];
const people = ["沈望川", "方晓晴", "梁启明", "顾长河", "崔静", "丁向东", "何雨田", "郝思远"];
const posts = ["市政协主席", "市政协副主席", "副市长", "市委常委", "市政协秘书长"];
const acts = ["调研", "检查", "督导", "走访了解"];
const matters = [
  "农田水利建设",
  "老旧小区改造",
  "冬季取暖",
  "森林防火",
  "社区养老服务",
  "果品冷链物流",
  "乡村道路养护",
  "校园周边环境",
];
const sites = ["三岔口泵站", "和平里小区", "城南物流园", "柳林合作社", "白石岭林场", "石门村文化站"];
const demands = [
  "要把任务落实到地块和人头",
  "要多听群众的意见",
  "要算清投入和产出的账",
  "要在月底前拿出清单",
  "要把经验尽快推开",
  "既要解决眼前的难处，也要想到长远",
];
const names = ["魏子安", "杜明", "孙立春", "马小军", "尤佳", "庞博", "贺兰"];
const titles = ["重要会议", "重要活动", "领导活动", "县区动态", "委员风采", "机关建设", "调研视察", "基层信息"];
const addressees = [
  "市委各常委",
  "市政协主席、副主席",
  "市委办公室",
  "各县区政协",
  "各民主党派市委会",
  "机关各科室",
  "市工商联",
];

const pick = (all: string[]) => fc.constantFrom(...all);
const day = fc.integer({ min: 1, max: 9 });
const some = fc.integer({ min: 2, max: 9_999 });

const sentence = fc
  .record({ place: pick(places), site: pick(sites), matter: pick(matters), demand: pick(demands), count: some })
  .map(({ place, site, matter, demand, count }) => `${place}在${site}推进${matter}，惠及群众${count}户，${demand}。`);

const further = fc.array(sentence, { minLength: 2, maxLength: 4 }).map((all) => `与会人员认为，${all.join("")}`);
const opening = fc
  .tuple(day, pick(posts), pick(people), pick(places), pick(acts), pick(matters), sentence)
  .map(
    ([at, post, who, place, act, matter, rest]) => `5月${at}日，${post}${who}到${place}${act}${matter}情况。${rest}`,
  );

const story = fc
  .tuple(
    pick(people),
    pick(places),
    pick(acts),
    pick(matters),
    fc.boolean(),
    opening,
    fc.array(further, { maxLength: 3 }),
  )
  .map(([who, place, act, matter, two, first, others]): EntryData => {
    const title = two ? [`${who}到${place}${act}${matter}`, "要求把好事办好"] : [`${who}到${place}${act}${matter}`];
    return { kind: "story", title, paragraphs: [first, ...others] };
  });
const brief = opening.map((text): EntryData => ({ kind: "brief", title: [], paragraphs: [text] }));

const section = fc
  .tuple(pick(titles), fc.boolean(), fc.integer({ min: 1, max: 4 }))
  .chain(([title, isBrief, count]) =>
    fc
      .array(isBrief ? brief : story, { minLength: isBrief ? count + 1 : 1, maxLength: count + 1 })
      .map((entries) => ({ title, entries })),
  );

/** Each paragraph is its own: two that are equal would rightly be read as one read twice. */
function isUnique({ sections }: Pick<IssueData, "sections">): boolean {
  const all = sections.flatMap(({ entries }) => entries.flatMap(({ paragraphs }) => paragraphs));
  return new Set(all).size === all.length;
}

export const issueData: fc.Arbitrary<IssueData> = fc
  .record({
    region: pick(["云川市", "南岭市", "江北市"]),
    publication: pick(["工作周报", "政务信息", "工作简报", "信息快报"]),
    number: fc.integer({ min: 1, max: 60 }),
    total: fc.integer({ min: 61, max: 900 }),
    issuer: pick(["云川市政协办公室", "中共南岭市委办公室", "江北市人民政府办公室"]),
    date: day.map((at) => `2022-05-1${at}`),
    sections: fc.uniqueArray(section, { minLength: 2, maxLength: 4, selector: ({ title }) => title }),
    lists: fc
      .tuple(fc.uniqueArray(pick(addressees), { minLength: 2 }), fc.uniqueArray(pick(addressees), { minLength: 2 }))
      .map(([first, second]) => [
        { label: "报", addressees: first },
        { label: "送", addressees: second },
      ]),
    editors: fc.uniqueArray(pick(names), { minLength: 1, maxLength: 2 }),
    reviewers: fc.uniqueArray(pick(names), { minLength: 1, maxLength: 2 }),
    phone: fc.integer({ min: 1_000_000, max: 9_999_999 }).map((each) => `0999-${each}`),
    email: pick(["xx@example.cn", "zxxx@example.cn"]),
    copies: fc.integer({ min: 10, max: 300 }),
  })
  .filter(isUnique);
