import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { profilesLearnt } from "@/bulletin/archive/import/profiles";
import { pointsSwitches } from "@/bulletin/archive/points/switches";
import { facesToChoose, publicationsWhole } from "@/bulletin/desk/publications";
import { has } from "@/bulletin/policy";
import { postSettings } from "@/bulletin/post/settings";
import { ActDialog } from "@/components/ActDialog";
import { LinkButton } from "@/components/Button";
import { PageBar, PageTitle } from "@/components/PageBar";
import { Table } from "@/components/Table";
import { requireActor } from "@/lib/session";
import { requireSight } from "@/lib/sight";
import { enterPublicationAction } from "../actions";
import { Learnt } from "./Learnt";
import { PointsSwitch } from "./PointsSwitch";
import { PostSettingsDialog } from "./PostSettingsDialog";
import { PublicationFields } from "./PublicationFields";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("publications"))("title") };
}

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
              <PublicationFields faces={faces} />
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
                    staysOpen
                    hidden={{ id: publication.id }}
                    seen={publication.stamp}
                    openTone="text"
                  >
                    <PublicationFields publication={publication} faces={faces} />
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
