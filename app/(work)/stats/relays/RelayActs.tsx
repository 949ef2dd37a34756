import { getTranslations } from "next-intl/server";
import type { RelayRow } from "@/bulletin/archive/relays/list";
import { ActDialog } from "@/components/ActDialog";
import { TextArea } from "@/components/Field";
import { changeRelayAction, withdrawRelayAction } from "./actions";
import { RelayFields } from "./RelayFields";

type Props = { relay: RelayRow; levels: { id: string; name: string }[]; publications: string[] };

/** For an editor: a relay that stands can be changed, and withdrawn with the reason. */
export async function RelayActs({ relay, levels, publications }: Props) {
  const say = await getTranslations("relays");
  if (relay.withdrawnAt) return null;
  const seen = { id: relay.id, version: relay.version };
  const { publication } = relay;
  return (
    <>
      <ActDialog
        verb={say("change")}
        title={say("changeTitle", { publication })}
        action={changeRelayAction as never}
        submit={say("save")}
        hidden={seen}
        openTone="text"
        staysOpen
      >
        <RelayFields relay={relay} levels={levels} publications={publications} />
      </ActDialog>
      <ActDialog
        verb={say("withdraw")}
        title={say("withdrawTitle", { publication })}
        action={withdrawRelayAction as never}
        hidden={seen}
        openTone="text"
        staysOpen
      >
        <p className="mb-3">{say("withdrawFact")}</p>
        <TextArea name="reason" label={say("withdrawReason")} rows={2} required />
      </ActDialog>
    </>
  );
}
