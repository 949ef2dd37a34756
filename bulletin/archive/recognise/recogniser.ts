import { answering } from "@/lib/apartProgram";
import type { Question } from "./apart";
import { type Found, recognise } from "./recognise";

// The texts of years, one after the other, recognised in a process of their own.
answering<Question, Found>(({ text, profile }) => recognise(text, profile));
