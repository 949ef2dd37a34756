import { getTranslations } from "next-intl/server";
import type { Waiting } from "@/bulletin/archive/import/waiting";
import { facesToChoose } from "@/bulletin/desk/publications";
import { ActDialog } from "@/components/ActDialog";
import { SelectField } from "@/components/Field";
import { requireActor } from "@/lib/session";
import { enterPublicationAction } from "../../../issues/actions";
import { PublicationFields } from "../../../issues/publications/PublicationFields";
import { sayPublicationAction } from "../../actions";
import { TurnForm } from "./TurnForm";

/** Whose issues these are: found by the masthead, or said by a person. */
export async function PublicationField({ file }: { file: Waiting }) {
  const { id, version, publicationId, suggested, publications, recognised } = file;
  const [actor, say, more] = await Promise.all([
    requireActor(),
    getTranslations("imports"),
    getTranslations("importing"),
  ]);
  return (
    <div id="publication" className="scroll-mt-4 border-b border-line-2 pb-4">
      <TurnForm
        id={id}
        version={version}
        // A field keeps what it began with: one that was founded meanwhile would not be chosen.
        key={publicationId ?? suggested}
        action={sayPublicationAction as never}
        submit={say("choose")}
        className="flex flex-wrap items-end gap-3"
      >
        <SelectField
          name="publicationId"
          label={say("publication")}
          defaultValue={publicationId ?? suggested ?? ""}
          empty={(publicationId ?? suggested) ? undefined : say("unknown")}
          options={publications.map((each) => ({ value: each.id, label: each.name }))}
        />
      </TurnForm>
      {!publicationId && (
        <div className="flex flex-wrap items-center gap-x-3 pt-2 text-ink-3">
          <p>{suggested ? more("suggested") : say("publicationHint")}</p>
          <ActDialog
            verb={say("newPublication")}
            title={say("newPublication")}
            action={enterPublicationAction as never}
            openTone="text"
          >
            <PublicationFields read={readIn(recognised)} faces={facesToChoose(actor)} />
          </ActDialog>
        </div>
      )}
    </div>
  );
}

/** What the mastheads of the file say, for the fields of a new publication. */
function readIn({ issues }: Waiting["recognised"]) {
  const first = issues.find(({ publication }) => publication);
  const titles = issues.flatMap(({ sections }) => sections.flatMap(({ title }) => title ?? []));
  return {
    ...{ name: first?.publication ?? "", region: first?.region ?? "", issuer: first?.issuer ?? "" },
    sections: [...new Set(titles)],
  };
}
