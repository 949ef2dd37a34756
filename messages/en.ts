import type { Sentences } from "./sentences";
import zh from "./zh-CN";

const messages: Sentences<typeof zh> = zh;

export default messages;
