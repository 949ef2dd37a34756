import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { profilesLearnt } from "@/bulletin/archive/import/profiles";
import { pointsSwitches } from "@/bulletin/archive/points/switches";
import { asImprint } from "@/bulletin/desk/imprint";
import { asPageForm } from "@/bulletin/desk/pageSettings";
import { facesToChoose, publicationsWhole } from "@/bulletin/desk/publications";
import { has } from "@/bulletin/policy";
import { postSettings } from "@/bulletin/post/settings";
import { ActDialog } from "@/components/ActDialog";
import { LinkButton } from "@/components/Button";
import { Checkbox, SelectField, TextArea, TextField } from "@/components/Field";
import { PageBar, PageTitle } from "@/components/PageBar";
import { Table } from "@/components/Table";
import { requireActor } from "@/lib/session";
import { requireSight } from "@/lib/sight";
import { enterPublicationAction } from "../actions";
import { Learnt } from "./Learnt";
import { PageFields } from "./PageFields";
import { PointsSwitch } from "./PointsSwitch";
import { PostSettingsDialog } from "./PostSettingsDialog";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("publications"))("title") };
}

type Publication = Awaited<ReturnType<typeof publicationsWhole>>[number];

/** What each publication is called, who issues it, and which sections it has. */
export default async function PublicationsPage() {
  const actor = await requireActor();
  requireSight(has(actor, "editor"));
  const faces = facesToChoose(actor);
  const [say, rows, settings, switches, learnt] = await Promise.all([
    getTranslations("publications"),
    publicationsWhole(actor),
    postSettings(),
    pointsSwitches(actor),
    profilesLearnt(actor),
  ]);
  return (
    <main className="grow">
      <PageBar
        back={{ href: "/issues", label: say("back") }}
        acts={
          <>
            <PostSettingsDialog settings={settings} />
            <ActDialog
              verb={say("found")}
              title={say("found")}
              action={enterPublicationAction as never}
              openTone="primary"
            >
              <Fields faces={faces} />
            </ActDialog>
          </>
        }
      >
        <PageTitle>{say("title")}</PageTitle>
        <span className="text-ink-3">{say("fact")}</span>
      </PageBar>
      <div className="px-8 py-4 max-sm:px-4">
        <Table
          caption={say("title")}
          rows={rows}
          columns={[
            {
              key: "name",
              head: say("name"),
              cell: ({ name }) => <span className="font-serif font-black text-vermilion">{name}</span>,
              className: "w-40 whitespace-nowrap",
            },
            { key: "issuer", head: say("issuer"), wide: true, cell: ({ issuer }) => issuer, className: "w-56" },
            {
              key: "sections",
              head: say("order"),
              wide: true,
              cell: ({ sections }) => sections.map(({ title }) => title).join("　"),
            },
            {
              key: "acts",
              head: "",
              align: "right",
              cell: (publication) => (
                <span className="-my-2 inline-flex flex-wrap justify-end gap-x-4">
                  <LinkButton href={`/issues/publications/${publication.id}/lists`} tone="text">
                    {say("lists")}
                  </LinkButton>
                  <PointsSwitch publication={publication} switches={switches} />
                  <Learnt publication={publication} learnt={learnt.get(publication.id)} />
                  <ActDialog
                    verb={say("change")}
                    title={say("changeTitle", { name: publication.name })}
                    action={enterPublicationAction as never}
                    hidden={{ id: publication.id, before: publication.stamp }}
                    openTone="text"
                  >
                    <Fields publication={publication} faces={faces} />
                  </ActDialog>
                </span>
              ),
            },
          ]}
        />
      </div>
    </main>
  );
}

async function Fields({ publication, faces }: { publication?: Publication; faces: string[] }) {
  const [say, imprintSay] = await Promise.all([getTranslations("publications"), getTranslations("imprint")]);
  const imprint = publication && asImprint(publication.imprint);
  const typed = publication?.sections.map(({ title, style }) => `${title}${style === "brief" ? say("brief") : ""}`);
  return (
    <div className="group/publication grid max-h-[62vh] gap-3 overflow-y-auto pr-1">
      <TextField name="name" label={say("name")} defaultValue={publication?.name} required />
      <TextField name="region" label={say("region")} defaultValue={publication?.region} />
      <TextField name="issuer" label={say("issuer")} defaultValue={publication?.issuer} required />
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
        defaultValue={typed?.join("\n")}
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
