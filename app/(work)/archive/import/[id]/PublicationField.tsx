import Link from "next/link";
import { getTranslations } from "next-intl/server";
import type { Waiting } from "@/bulletin/archive/import/waiting";
import { ActForm } from "@/components/ActForm";
import { SelectField } from "@/components/Field";
import { sayPublicationAction } from "../../actions";

/** Whose issues these are: found by the masthead, or said by a person. */
export async function PublicationField({ file: { id, version, publicationId, publications } }: { file: Waiting }) {
  const say = await getTranslations("imports");
  return (
    <div className="border-b border-line-2 pb-4">
      <ActForm
        action={sayPublicationAction as never}
        submit={say("choose")}
        hidden={{ id, version }}
        className="flex flex-wrap items-end gap-3"
      >
        <SelectField
          name="publicationId"
          label={say("publication")}
          defaultValue={publicationId ?? ""}
          empty={publicationId ? undefined : say("unknown")}
          options={publications.map((each) => ({ value: each.id, label: each.name }))}
        />
      </ActForm>
      {!publicationId && (
        <p className="pt-2 text-ink-3">
          {say("publicationHint")}
          <Link prefetch={false} href="/issues/publications" className="texttool ml-2">
            {say("newPublication")}
          </Link>
        </p>
      )}
    </div>
  );
}
