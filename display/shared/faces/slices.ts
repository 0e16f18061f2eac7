import './slices.css'
