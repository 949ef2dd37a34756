import { compact, half } from "./characters";
import { numeralClass } from "./numerals";

/** What a publication's title ends with. */
const title =
  /(?:[周简快月旬季日晚时专要内呈情摘年通早]报|报纸|内参|要情|参阅|参考|信息|动态|简讯|快讯|通讯|交流|情况|专刊|专递|舆情|民意|反映|要闻|之声|之窗|周刊|月刊|导刊|双月刊|季刊|半月刊|纪要|汇编|呈阅件|快递|送阅|文摘|摘编|决策|简编|专辑|特刊|月讯|周讯|每周一报|每日一报|摘要|直报|速递|速报|工作通报|工作|视窗|园地|天地|建言|调研|研究|督查|大事记|一周要览|要览|一览|播报|日志)$/;
const words =
  /^(?:每[周日月])?(?:工作|政务|党务|党建|政协|人大|纪检|信息|情况|督查|调研|教育|组织|宣传|统战|应急|值班|舆情|社情民意|综合|经济|疫情|防控|疫情防控|乡村振兴|改革|政法|平安|安全|机关|内部|委员|履职|提案|生态|环保|招商|项目|领导|要情|一周|动态|快递|民生|财政|审计|统计|卫生|卫健|住建|农业|农牧|林草|文旅|体育|科技|科协|工会|团委|妇联|政策|法治|司法|公安|检察|法院|大数据|营商环境|重点|专项|每日|防汛|森林防火|创城|创建|巡察|主题教育|学习|参事|史志|档案|老干部|侨联|残联|红十字|民政|人社)*(?:[周简快月旬季专要内呈摘通]报|内参|要情|参阅|信息|动态|简讯|快讯|通讯|交流|情况|专刊|专递|周刊|月刊|反映|要览|摘要|速递|播报)$/;
const place = /(?:省|自治区|市|县|区|旗|州|盟|镇|乡|街道|苏木|新区|开发区)$/;
const office =
  /(?:办公室|办公厅|委员会|指挥部|领导小组|管理局|编委会|编辑部|[^大][局委部厅院校处科室办]|政府|政协|人大|党委|党组|党工委|支部|中心|公司|集团|编印|编发|主办|协会|联合会|工会|妇联|团委|总队|支队|大队|研究室|信息科|综合科|秘书处|学会|工商联|法院|检察院|专班|工作组|专项组|人大常委会|常委会|[委协]会|报社|[县市区旗]委|医院|学校|大学|学院|[市县区旗省])(?:编|编印|主办|印发|编发)?$/;
/** Of a name what would be a verb elsewhere: 组织部, 督导委员会, 项目推进中心. */
const namesOffice =
  /(?:组织|督导|调研|检查|推进|落实|部署|视察)(?=部|委|组|办|处|科|室|局|中心|工作|领导小组|协调|指挥)/g;
const verbs =
  /召开|举行|举办|开展|强调|部署|推进|调研|检查|通过|视察|座谈|深入|赴|参加|出席|落实|启动|传达|组织|加强|慰问|走访|督导|带队|会见|印发《|关于|全力|坚持|做好|打造/;

export function isTitle(text: string): boolean {
  const tight = compact(text).replace(/^[《【]|[》】]$|[（(][^（()）]{1,10}[）)]$/g, "");
  return tight.length >= 2 && tight.length <= 20 && !/[，。；：、！？,;:!?]/.test(tight) && title.test(tight);
}

/** 包头市工作周报 without a blank: the name before words that no name holds; null where it cannot be told. */
export function regionBefore(tight: string): number | null {
  for (let at = 2; at <= tight.length - 3; at += 1) {
    const before = tight.slice(0, at);
    if (!place.test(before) && before.length < 4) continue;
    if (
      (place.test(before) || /(?:办公室|委员会|政府|政协|局|委|办|人大)$/.test(before)) &&
      words.test(tight.slice(at))
    )
      return at;
  }
  return null;
}

export function isPlace(tight: string): boolean {
  return tight.length >= 2 && tight.length <= 20 && place.test(tight);
}

/** The name of an office, as it stands alone in a masthead. */
export function isIssuer(text: string): boolean {
  const tight = half(compact(text)).replace(/^(?:主办|编印|编发|承办|编辑|印发|编制)(?:单位|机关|部门)?[:：]/, "");
  return (
    tight.length >= 3 &&
    tight.length <= 40 &&
    !/[，。；！？,;!?]/.test(tight) &&
    office.test(tight) &&
    !verbs.test(tight.replace(namesOffice, ""))
  );
}

const n = `[${numeralClass}]`;
const gap = "\\s{0,6}";
const one = `${n}(?:\\s?${n}){0,5}`;
/** 第 18 期 · 第3、4期 · 2020年第5期 · 〔2020〕第5期 · 增刊第1期 · 第5期（增刊）. */
export const numberPattern = new RegExp(
  `(?:[〔\\[（(]?${gap}${n}{4}${gap}年?${gap}[〕\\]）)]?${gap})?(?:增${gap}刊${gap})?第${gap}${one}(?:${gap}(?:[、,，—–~～-]|至|和)${gap}第?${gap}${one})*${gap}[期号]` +
    `(?:${gap}[（(]?${gap}(?:增${gap}刊|合${gap}刊)${gap}[)）]?)?|[〔\\[（(]${gap}${n}{4}${gap}年?${gap}[〕\\]）)]${gap}${one}${gap}[期号]|[（(]?增${gap}刊${gap}[（(]?${gap}(?:第?${gap})?${one}${gap}期?[)）]?|[（(]增${gap}刊[）)]`,
);
/** （总第 613 期） · 总第613期 · 总613期 · 累计第613期. */
export const totalPattern = new RegExp(
  `[（(]?${gap}(?:总|累计|总期数)${gap}第?${gap}[:：]?${gap}${one}${gap}[期号]?${gap}[)）]?`,
);
/** What a newspaper says beside its title. */
export const besideTitle =
  /(?:今日|本期|今天)(?:共)?[0-9〇一二三四五六七八九十]+版|农历[\u4e00-\u9fff]+|[甲乙丙丁戊己庚辛壬癸][子丑寅卯辰巳午未申酉戌亥]年[\u4e00-\u9fff]*|国内统一(?:连续出版物|刊)号?[:：]?\s*[A-Z0-9－—/-]*|CN\s?[0-9－—/-]+|邮发代号[:：]?\s*[0-9－—-]+|代号[:：]?\s*[0-9－—-]+|网址[:：]?\s*\S+|(?:https?:\/\/|www\.)\S+|第[0-9]+版|责任编辑[:：]?\s*\S+|(?:零售)?每份\S+元|中共[\u4e00-\u9fff]{2,12}委(?:机关报)?(?:主管|主办)?|[\u4e00-\u9fff]{2,10}(?:报社|传媒集团|日报社)(?:出版|主办)/g;
export const weekdayPattern = /[（(]?\s*(?:星期|周|礼拜)\s*[一二三四五六日天]\s*[)）]?/;
/** A day without its year at the end of a line. */
export const shortDayPattern = /(?<![年0-9]\s{0,3})[0-9]{1,2}\s?月\s?[0-9]{1,2}\s?日\s*$/;
/** 2021年3月22日—3月28日: what a weekly covers, which is not its day. */
export const periodPattern =
  /[0-9]{4}\s?年\s?[0-9]{1,2}\s?月\s?[0-9]{1,2}\s?日?\s?[-—–~～至到]{1,2}\s?(?:[0-9]{4}\s?年\s?)?(?:[0-9]{1,2}\s?月\s?)?[0-9]{1,2}\s?日/;
/** The hour behind the day: 18时, 上午9时30分, 13:30. */
export const hourPattern =
  /^\s*(?:(?:凌晨|早晨|上午|中午|下午|晚上|晚)?\s*(?:[0-9]{1,2}\s*[时点](?:\s*[0-9]{1,2}\s*分)?(?:[整半])?|[0-9]{1,2}[:：][0-9]{2}(?:[:：][0-9]{2})?)|凌晨|上午|中午|下午|晚上)(?=[\s）)]|$)/;
export const markingPattern =
  /^[【（([［]?(?:内部(?:资料|刊物|材料|文件|参阅|参考|使用|交流|发行|信息)|注意保[存密]|妥善保[存管]|请勿外传|不得外传|公开|特急|加急|急件|平急|普通|限.{0,8}阅|阅后.{1,6}|领导参阅|仅供.{2,12}(?:参阅|参考)|供领导参阅)/;

export function isWeekday(tight: string): boolean {
  return new RegExp(`^${weekdayPattern.source}$`).test(tight);
}
