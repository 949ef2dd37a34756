import { getTranslations } from "next-intl/server";
import { asImprint } from "@/bulletin/desk/imprint";
import { asPageForm } from "@/bulletin/desk/pageSettings";
import type { publicationsWhole } from "@/bulletin/desk/publications";
import { Checkbox, SelectField, TextArea, TextField } from "@/components/Field";
import { PageFields } from "./PageFields";

type Publication = Awaited<ReturnType<typeof publicationsWhole>>[number];
type Read = { name: string; region: string; issuer: string; sections: string[] };
type Props = { publication?: Publication; read?: Read; faces: string[] };

/** What a publication is called, by whom it is issued and how it is set; of a new one what was read on a masthead stands there. */
export async function PublicationFields({ publication, read, faces }: Props) {
  const [say, imprintSay] = await Promise.all([getTranslations("publications"), getTranslations("imprint")]);
  const imprint = publication && asImprint(publication.imprint);
  const typed = publication?.sections.map(({ title, style }) => `${title}${style === "brief" ? say("brief") : ""}`);
  return (
    <div className="group/publication grid max-h-[62vh] gap-3 overflow-y-auto pr-1">
      <TextField name="name" label={say("name")} defaultValue={publication?.name ?? read?.name} required />
      <TextField name="region" label={say("region")} defaultValue={publication?.region ?? read?.region} />
      <TextField name="issuer" label={say("issuer")} defaultValue={publication?.issuer ?? read?.issuer} required />
      <SelectField
        name="marking"
        label={say("marking")}
        options={(["internal", "ordinary"] as const).map((value) => ({ value, label: say(`markings.${value}`) }))}
        defaultValue={publication?.marking}
      />
      <SelectField
        name="layout"
        label={say("layout")}
        options={(["weekly", "flash", "newspaper"] as const).map((value) => ({
          value,
          label: say(`layouts.${value}`),
        }))}
        defaultValue={publication?.layout}
      />
      <Checkbox name="runningTotal" value="1" label={say("runningTotal")} defaultChecked={publication?.runningTotal} />
      <Checkbox name="traceCopies" value="1" label={say("traceCopies")} defaultChecked={publication?.traceCopies} />
      <TextField
        name="remindAfter"
        type="number"
        min={0}
        max={720}
        label={say("remindAfter")}
        defaultValue={publication?.remindAfter ?? 0}
      />
      <TextArea
        name="sections"
        label={say("sections")}
        hint={say("sectionsHint")}
        defaultValue={(typed ?? read?.sections)?.join("\n")}
        rows={6}
        required
      />
      <PageFields page={asPageForm(publication?.page ?? {})} faces={faces} />
      <fieldset className="grid gap-3 sm:grid-cols-2">
        <legend className="pb-1 font-bold">{say("imprint")}</legend>
        {(["editors", "reviewers", "signer", "phone", "email"] as const).map((name) => (
          <TextField key={name} name={name} label={imprintSay(name)} defaultValue={imprint?.[name]} />
        ))}
        <TextField
          name="copies"
          type="number"
          min={0}
          label={imprintSay("copies")}
          defaultValue={imprint?.copies ?? 0}
        />
      </fieldset>
    </div>
  );
}
