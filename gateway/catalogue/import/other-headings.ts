/** Headings that are known and not used: counters of rows and what only the sending system needs. */
export const unusedHeadings = words(`
  序号 区划代码 libNum 资源库编号 catalogId 目录编号 issuedNum 颁布文号 publisher 发布者
  publishDate 发布日期 source 来源 belongDomain 归属领域 genre 体裁 abstractText 摘要
  originalAddress 原文地址 htmlContent 正文html内容 creatorName 创建人名称 fileInfos 附件信息 pkfield pkindustry
  pkfastTime pkregion pkexerciseContent pkimplementationObject pkapprovalMode order_num orderNum 排序 备注 编号
  行政区划 区划 年度 更新时间 创建时间 填表人 联系人 责任科室 承办科室 科室
  内设机构 责任处室 责任人 经办人 责任事项 追责情形 追责依据
`)

/** Columns that may stand in for a missing 实施编码, best first: taken when no value is empty or twice. */
export const spareCodes = words(
  '地方实施编码 localTaskCode local_task_code 目录编号 catalogId 资源库编号 libNum 记录唯一标识 rowGuid row_guid',
)

function words(apart: string): readonly string[] {
  return apart.trim().split(/\s+/)
}
