"use server";

import { z } from "zod";
import { mailSchema, setMail } from "@/bulletin/post/mailSettings";
import { confirmNotice, readNotices } from "@/bulletin/post/notices";
import { id } from "@/bulletin/text/fields";
import { action } from "@/lib/action";

export const readNoticesAction = action("readNotices", z.object({ id: id.optional() }), readNotices);
export const confirmNoticeAction = action("confirm", z.object({ id }), (actor, input) =>
  confirmNotice(actor, input.id),
);
export const setMailAction = action("setMail", mailSchema, setMail);
