import { writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { type SKRSContext2D, createCanvas } from '@napi-rs/canvas'
import { slipFont } from '../../gateway/devices/printer/slip-fonts.ts'

/**
 * `node assets/scripts/make-samples.ts`: filled-in forms of the sample hall, drawn by us and marked 示例. Nobody on them exists; where a form
 * wants a number the sample says where to copy it from.
 */
const WIDTH = 1000
const ROW = 84
const into = resolve(import.meta.dirname, '../sample-hall/samples')

/** Label → what a visitor writes there. A row with one pair is as wide as the form. */
type Row = [label: string, written: string][]
const forms: { file: string; title: string; rows: Row[]; signed: string }[] = [
  {
    file: 'exit-entry-form.png',
    title: '中国公民出入境证件申请表',
    rows: [
      [
        ['姓名', '（照身份证写）'],
        ['性别', '女'],
      ],
      [
        ['出生日期', '（照身份证写）'],
        ['出生地', '本市'],
      ],
      [['身份证号码', '（照身份证写，共 18 位）']],
      [['户口所在地', '（照户口簿首页写）']],
      [
        ['办理种类', '√ 护照   □ 往来港澳   □ 往来台湾'],
        ['事由', '首次申请'],
      ],
      [
        ['联系电话', '（写本人手机）'],
        ['取证方式', '√ 自取  □ 邮寄'],
      ],
      [
        ['紧急联系人', '（写一位家人）'],
        ['关系', '母女'],
      ],
    ],
    signed: '本人签名：（用黑色笔签在框内，不要出框）',
  },
  {
    file: 'company-form.png',
    title: '公司登记（备案）申请书',
    rows: [
      [['名称', '青城示例商贸有限公司']],
      [['住所', '（照房产证或租房合同写，写到门牌号）']],
      [
        ['法定代表人', '（照身份证写）'],
        ['职务', '执行董事'],
      ],
      [
        ['注册资本', '10 万元'],
        ['公司类型', '有限责任公司'],
      ],
      [
        ['营业期限', '√ 长期   □ ____ 年'],
        ['副本数', '1 份'],
      ],
      [['经营范围', '日用百货销售；食品销售（仅预包装食品）']],
      [
        ['联系人', '（写来办事的人）'],
        ['联系电话', '（写手机）'],
      ],
    ],
    signed: '法定代表人签字：（本人签）          年   月   日',
  },
  {
    file: 'trader-form.png',
    title: '个体工商户登记申请书',
    rows: [
      [['名称', '青城示例便利店']],
      [
        ['经营者', '（照身份证写）'],
        ['组成形式', '√ 个人  □ 家庭'],
      ],
      [['经营场所', '（写到门牌号）']],
      [['经营范围', '日用百货零售；预包装食品零售']],
      [
        ['从业人数', '2'],
        ['资金数额', '5 万元'],
      ],
      [
        ['联系电话', '（写手机）'],
        ['邮政编码', '010000'],
      ],
    ],
    signed: '经营者签字：（本人签）          年   月   日',
  },
  {
    file: 'estate-form.png',
    title: '不动产登记申请书',
    rows: [
      [['登记事由', '√ 转移登记  □ 首次  □ 变更  □ 抵押']],
      [
        ['权利人（买方）', '（照身份证写）'],
        ['共有情况', '√ 单独  □ 共同'],
      ],
      [
        ['义务人（卖方）', '（照身份证写）'],
        ['证件种类', '身份证'],
      ],
      [['坐落', '（照不动产权证书写）']],
      [['不动产单元号', '（照不动产权证书写，共 28 位）']],
      [
        ['面积', '（照证书写）平方米'],
        ['用途', '住宅'],
      ],
      [
        ['登记原因', '存量房买卖'],
        ['成交价格', '（照合同写）万元'],
      ],
    ],
    signed: '双方签字：（买方签）        （卖方签）',
  },
  {
    file: 'loan-form.png',
    title: '住房公积金借款申请表',
    rows: [
      [
        ['借款人', '（照身份证写）'],
        ['婚姻状况', '√ 已婚  □ 未婚'],
      ],
      [['工作单位', '（照公积金账户写）']],
      [
        ['公积金账号', '（柜台可帮您查）'],
        ['月缴存额', '（柜台可帮您查）'],
      ],
      [['房屋坐落', '（照购房合同写）']],
      [
        ['购房总价', '（照合同写）万元'],
        ['首付款', '（照收据写）万元'],
      ],
      [
        ['申请金额', '30 万元'],
        ['申请年限', '20 年'],
      ],
    ],
    signed: '借款人及配偶签字：（两人都签）',
  },
  {
    file: 'household-form.png',
    title: '户口迁移申请表',
    rows: [
      [
        ['申请人', '（照户口簿写）'],
        ['与户主关系', '本人'],
      ],
      [['现户口地址', '（照户口簿首页写）']],
      [['迁往地址', '（照房产证写，写到门牌号）']],
      [['迁移原因', '√ 购房  □ 投靠  □ 工作  □ 其他']],
      [
        ['同迁人', '（没有就写“无”）'],
        ['联系电话', '（写手机）'],
      ],
    ],
    signed: '申请人签字：（本人签）          年   月   日',
  },
  {
    file: 'food-form.png',
    title: '食品经营许可申请书',
    rows: [
      [['经营者名称', '青城示例小吃店']],
      [['统一社会信用代码', '（照营业执照写，共 18 位）']],
      [['经营场所', '（照营业执照写）']],
      [['主体业态', '√ 餐饮服务  □ 食品销售  □ 单位食堂']],
      [['经营项目', '热食类食品制售、自制饮品制售']],
      [
        ['食品安全员', '（写一位店里的人）'],
        ['联系电话', '（写手机）'],
      ],
    ],
    signed: '法定代表人（负责人）签字：（本人签）',
  },
]

const faces = { regular: slipFont('regular'), bold: slipFont('bold'), number: slipFont('number') }
const INK = '#1d1a16'
const HAND = '#165866'

function drawForm({ title, rows, signed }: (typeof forms)[number]): Buffer {
  const canvas = createCanvas(WIDTH, 330 + rows.length * ROW)
  const pen = canvas.getContext('2d')
  pen.fillStyle = '#fffdf8'
  pen.fillRect(0, 0, canvas.width, canvas.height)
  drawMark(pen)
  pen.textAlign = 'center'
  write(pen, title, WIDTH / 2, 110, `700 46px ${faces.bold}`, INK)
  pen.textAlign = 'left'
  rows.forEach((row, nth) => drawRow(pen, row, 160 + nth * ROW))
  const foot = 160 + rows.length * ROW
  pen.strokeStyle = INK
  pen.strokeRect(50, foot, WIDTH - 100, 96)
  write(pen, signed, 70, foot + 60, `28px ${faces.regular}`, HAND)
  write(pen, '青色的字是示例，请照您自己的证件填写。', 50, foot + 140, `26px ${faces.regular}`, '#665e51')
  return canvas.toBuffer('image/png')
}

function drawRow(pen: SKRSContext2D, row: Row, top: number): void {
  const each = (WIDTH - 100) / row.length
  pen.strokeStyle = INK
  pen.lineWidth = 2
  row.forEach(([label, written], nth) => {
    const left = 50 + nth * each
    pen.strokeRect(left, top, each, ROW)
    pen.strokeRect(left, top, 190, ROW)
    write(pen, label, left + 16, top + 52, `26px ${faces.regular}`, INK, 160)
    write(pen, written, left + 206, top + 52, `28px ${faces.regular}`, HAND, each - 220)
  })
}

function drawMark(pen: SKRSContext2D): void {
  pen.save()
  pen.translate(WIDTH - 190, 66)
  pen.strokeStyle = HAND
  pen.lineWidth = 4
  pen.strokeRect(0, 0, 140, 64)
  write(pen, '示 例', 28, 45, `700 36px ${faces.bold}`, HAND)
  pen.restore()
}

function write(
  pen: SKRSContext2D,
  text: string,
  x: number,
  y: number,
  font: string,
  colour: string,
  most?: number,
): void {
  pen.font = font
  pen.fillStyle = colour
  pen.fillText(text, x, y, most)
}

for (const form of forms) writeFileSync(join(into, form.file), drawForm(form))
