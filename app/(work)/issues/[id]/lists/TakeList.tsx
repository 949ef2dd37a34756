import { useTranslations } from "next-intl";
import { ActForm } from "@/components/ActForm";
import { SelectField } from "@/components/Field";
import { takeListAction } from "../../actions";

type Props = {
  issueId: string;
  current: { name: string; version: number } | null;
  others: { id: string; name: string; version: number }[];
};

/** From which named list these lines came; another one, or the same as it stands now, can be taken instead. */
export function TakeList({ issueId, current, others }: Props) {
  const say = useTranslations("lists");
  return (
    <div className="mb-5 flex flex-wrap items-end gap-x-6 gap-y-2 border-b border-line-2 pb-4">
      <p className="flex min-h-11 items-center">
        {current ? say("from", { name: current.name, version: current.version }) : say("fromNone")}
      </p>
      {others.length > 0 && (
        <ActForm
          action={takeListAction as never}
          hidden={{ id: issueId }}
          submit={say("take")}
          className="flex flex-wrap items-end gap-3"
        >
          <SelectField
            name="listId"
            label={say("other")}
            options={others.map(({ id, name, version }) => ({ value: id, label: say("named", { name, version }) }))}
          />
        </ActForm>
      )}
    </div>
  );
}
