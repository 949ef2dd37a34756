import { getTranslations } from "next-intl/server";
import type { PageForm } from "@/bulletin/desk/pageSettings";
import { Checkbox, SelectField, TextArea, TextField } from "@/components/Field";

/** What an office may set of its pages; the names are those of the schema, under `page`. */
export async function PageFields({ page, faces }: { page: PageForm; faces: string[] }) {
  const say = await getTranslations("publications.page");
  const marks = (all: string[]) => all.map((value) => ({ value, label: value || say("marks.none") }));
  return (
    <>
      <fieldset className="grid gap-3 sm:grid-cols-2">
        <legend className="pb-1 font-bold">{say("name")}</legend>
        <TextField name="page.red" label={say("red")} type="color" defaultValue={page.red} />
        <SelectField
          name="page.footer"
          label={say("footer")}
          options={(["dashes", "centre", "none"] as const).map((value) => ({ value, label: say(`footers.${value}`) }))}
          defaultValue={page.footer}
        />
        <SelectField
          name="page.sectionMark"
          label={say("sectionMark")}
          options={marks(["※", "◆", ""])}
          defaultValue={page.sectionMark}
        />
        <SelectField
          name="page.briefMark"
          label={say("briefMark")}
          options={marks(["◆", "◇", "●", ""])}
          defaultValue={page.briefMark}
        />
        {(["numberFormat", "totalFormat"] as const).map((name) => (
          <TextField key={name} name={`page.${name}`} label={say(name)} defaultValue={page[name]} />
        ))}
        {(["titleFace", "textFace"] as const).map((name) => (
          <SelectField
            key={name}
            name={`page.${name}`}
            label={say(name)}
            options={[
              { value: "", label: say("faceOfRole") },
              ...[...new Set([page[name], ...faces])].filter(Boolean).map((value) => ({ value, label: value })),
            ]}
            defaultValue={page[name]}
          />
        ))}
        <TextField
          name="page.pageTarget"
          type="number"
          min={0}
          max={16}
          label={say("pageTarget")}
          defaultValue={page.pageTarget}
        />
        <div>
          <Checkbox name="page.contents" value="1" label={say("contents")} defaultChecked={page.contents} />
          <Checkbox name="page.evenPages" value="1" label={say("evenPages")} defaultChecked={page.evenPages} />
        </div>
      </fieldset>
      <fieldset className="hidden gap-3 group-has-[option[value=newspaper]:checked]/publication:grid sm:grid-cols-2">
        <legend className="pb-1 font-bold">{say("newspaper")}</legend>
        <SelectField
          name="page.paper"
          label={say("paper")}
          options={["A3", "A2"].map((value) => ({ value, label: value }))}
          defaultValue={page.paper}
        />
        <SelectField
          name="page.columns"
          label={say("columns")}
          options={[3, 4, 5, 6].map((value) => ({ value: String(value), label: String(value) }))}
          defaultValue={String(page.columns)}
        />
        <TextArea name="page.slogan" label={say("slogan")} rows={2} defaultValue={page.slogan} />
        {(["earLeft", "earRight", "latin"] as const).map((name) => (
          <TextField key={name} name={`page.${name}`} label={say(name)} defaultValue={page[name]} />
        ))}
      </fieldset>
    </>
  );
}
