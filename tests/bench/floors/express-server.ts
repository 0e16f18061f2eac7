import { createServer } from 'node:http'
import express from 'express'
import { groupCommit } from './group-commit.ts'
import { listenHere } from './listen-here.ts'

/** The same with Express and one route: what the product's web framework costs by itself. Prints its address. */
const write = groupCommit()
const app = express()
app.use(express.json())
app.post('/', (request, response) => write(JSON.stringify(request.body), (seq) => response.status(201).json({ seq })))
listenHere(createServer(app))
