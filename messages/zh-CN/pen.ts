/** A leader writes by hand. */
export const pen = {
  pen: {
    hint: "在此手写，也可以在文字栏输入。",
    written: "{label}，已写{count}笔",
    undo: "撤一笔",
    clear: "清空",
    restore: "恢复",
    full: "手写已满。未写完的内容请在文字栏输入。",
  },
};
