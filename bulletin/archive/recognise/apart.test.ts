import { describe, expect, it } from "vitest";
import { recogniseApart } from "./apart";
import { noProfile, type Profile } from "./profile";
import { recognise } from "./recognise";

const issue = (number: number) => `望江市工作周报
第${number}期
望江市人民政府办公室　2019年3月${number}日

【重要活动】
　　3月${number}日，市长在柏溪镇查看春耕备耕，要求把水渠清淤做在前面，保证秧苗按时下田。
【县区动态】
　　柏溪镇　全镇已备足良种三十万斤，农机检修过半，农技人员逐村走访。
报：市委、市人大
`;

describe("a long text", () => {
  const years = Array.from({ length: 160 }, (_, at) => issue((at % 28) + 1)).join("\n");

  it("is recognised in a process of its own as it is here", async () => {
    expect(years.length).toBeGreaterThan(20_000);
    expect(await recogniseApart(years)).toEqual(recognise(years));
    const profile: Profile = { ...noProfile, styles: { "【】": "headline" } };
    const found = await recogniseApart(years, profile);
    expect(found).toEqual(recognise(years, profile));
    expect(found).not.toEqual(recognise(years));
  });

  it("leaves this process free while it is recognised", async () => {
    let turns = 0;
    const turning = setInterval(() => {
      turns += 1;
    }, 1);
    await recogniseApart(years);
    clearInterval(turning);
    expect(turns).toBeGreaterThan(5);
  });
});
